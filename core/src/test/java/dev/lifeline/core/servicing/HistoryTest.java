package dev.lifeline.core.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.operation.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final ActivityId OWN = new ActivityId("00000000000000000000000000000001");

  @ParameterizedTest
  @CsvSource({"60, 60", "10 60 600, 60", "600 10, 305", "10 20 40 600, 30"})
  void the_typical_duration_is_the_median_of_its_like(String minutes, int median) {
    List<HistoryEntry> rows = new ArrayList<>(List.of(row("own", "Hotfix", null, "InProgress")));
    for (String each : minutes.split(" ", -1)) {
      rows.add(row("x", "Hotfix", Duration.ofMinutes(Integer.parseInt(each)), "Completed"));
    }
    rows.add(row("y", "Addin", Duration.ofMinutes(1), "Completed"));

    assertThat(new History(rows).expectation(OWN))
        .isEqualTo(new Expectation(NOW, Duration.ofMinutes(median)));
  }

  @Test
  void of_what_the_history_does_not_show_nothing_is_expected() {
    assertThat(new History(List.of()).expectation(OWN)).isEqualTo(Expectation.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NotStarted", "InProgress", "Queued", "Deploying", "Recalibrating"})
  void what_has_no_end_and_no_last_word_goes_on(String status) {
    assertThat(new History(List.of(row("own", "Hotfix", null, status))).running()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Completed", "failed", "Aborted", "Deployed", "Succeeded", ""})
  void what_has_a_last_word_or_none_does_not_go_on(String status) {
    assertThat(new History(List.of(row("own", "Hotfix", null, status))).running()).isEmpty();
  }

  @Test
  void a_row_is_known_again_by_the_digits_of_its_activity() {
    HistoryEntry dashed =
        new HistoryEntry(
            "own",
            null,
            null,
            NOW,
            null,
            null,
            new ActivityId("00000000-0000-0000-0000-000000000001"),
            null,
            null);

    assertThat(new History(List.of(dashed)).without(Set.of(OWN.value()))).isEmpty();
  }

  private static HistoryEntry row(
      String name, String type, @Nullable Duration took, String status) {
    Instant started = took == null ? NOW : NOW.minus(Duration.ofDays(1));
    return new HistoryEntry(
        name,
        type,
        null,
        started,
        took == null ? null : started.plus(took),
        status,
        name.equals("own") ? OWN : null,
        null,
        null);
  }
}
