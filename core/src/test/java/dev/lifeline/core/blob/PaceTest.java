package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many connections carry a file. */
final class PaceTest {
  private static final long PIECE = 8_000_000;

  private final ManualTime time = new ManualTime(Instant.EPOCH);

  @Test
  void it_begins_with_eight() {
    assertThat(new Pace(0, time).wanted()).isEqualTo(8);
  }

  @Test
  void a_fixed_number_stays() {
    Pace pace = new Pace(3, time);

    carry(pace.carrier(), 60e6);

    assertThat(pace.wanted()).isEqualTo(3);
  }

  @Test
  void a_connection_that_distance_holds_up_is_joined_by_many() {
    Pace pace = new Pace(0, time);

    carry(pace.carrier(), 60e6);

    assertThat(pace.wanted()).isEqualTo(16);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e6, 200e6})
  void on_a_slow_line_and_on_a_fast_one_there_are_no_more(double bytesPerSecond) {
    Pace pace = new Pace(0, time);

    carry(pace.carrier(), bytesPerSecond);

    assertThat(pace.wanted()).isEqualTo(8);
  }

  @Test
  void making_a_connection_does_not_count_as_slowness() {
    Pace pace = new Pace(0, time);
    Pace.Carrier carrier = pace.carrier();

    time.sleep(Duration.ofSeconds(5));
    carry(carrier, 200e6);

    assertThat(pace.wanted()).isEqualTo(8);
  }

  @Test
  void a_store_that_throttles_gets_half_of_them_for_a_while() {
    Pace pace = new Pace(8, time);

    pace.throttled();
    int meanwhile = pace.wanted();
    time.sleep(Duration.ofSeconds(15));

    assertThat(meanwhile).isEqualTo(4);
    assertThat(pace.wanted()).isEqualTo(8);
  }

  private void carry(Pace.Carrier carrier, double bytesPerSecond) {
    carrier.begins();
    time.sleep(Duration.ofNanos((long) (PIECE / bytesPerSecond * 1e9)));
    carrier.carried(PIECE);
  }
}
