package dev.lifeline.hub.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where things stand on a line of time. */
class ScaleTest {
  private final Scale hour = new Scale(Duration.ofHours(1));

  @ParameterizedTest
  @CsvSource({"PT0S, 0", "PT15M, 25", "PT1H, 100", "PT-5M, 0", "PT3H, 100"})
  void a_time_stands_at_its_share_of_the_whole(Duration time, double expected) {
    assertThat(hour.at(time)).isEqualTo(expected);
  }

  @Test
  void a_bar_reaches_from_one_time_to_another() {
    Bar bar = hour.bar(Duration.ofMinutes(15), Duration.ofMinutes(45), Tone.GOING, "InProgress");

    assertThat(bar.x()).isEqualTo("25.00%");
    assertThat(bar.w()).isEqualTo("50.00%");
  }

  @Test
  void what_took_no_time_is_seen_nevertheless_and_stays_within_the_chart() {
    Bar bar = hour.bar(Duration.ofHours(1), Duration.ofHours(1), Tone.GOOD, "");

    assertThat(bar.width()).isEqualTo(Bar.NARROWEST);
    assertThat(bar.left() + bar.width()).isLessThanOrEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, '0, 1 s'",
    "PT5S, '0, 2 s, 4 s'",
    "PT50S, '0, 15 s, 30 s, 45 s'",
    "PT1H, '0, 15 min, 30 min, 45 min, 1 h'",
    "PT7H30M, '0, 2 h, 4 h, 6 h'",
    "P20D, '0, 7 d, 14 d'"
  })
  void ticks_stand_at_round_times(Duration whole, String expected) {
    List<String> labels = new Scale(whole).ticks(5).stream().map(Tick::label).toList();

    assertThat(String.join(", ", labels)).isEqualTo(expected);
  }

  @Test
  void there_are_never_more_ticks_than_there_is_room_for() {
    for (long minutes = 1; minutes < 1_000_000; minutes = minutes * 3 + 1) {
      List<Tick> ticks = new Scale(Duration.ofMinutes(minutes)).ticks(6);

      assertThat(ticks).as(minutes + " min").hasSizeBetween(2, 6);
      assertThat(ticks.get(ticks.size() - 1).at()).isLessThanOrEqualTo(100);
    }
  }

  @Test
  void a_label_at_an_end_stands_within_the_chart() {
    List<Tick> ticks = hour.ticks(5);

    assertThat(ticks)
        .extracting(Tick::anchor)
        .startsWith("start")
        .contains("middle")
        .endsWith("end");
  }
}
