package dev.lifeline.emulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.emulator.TurnedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorldClockTest {

  private final TurnedClock real = new TurnedClock();

  @Test
  void at_a_scale_of_360_an_hour_passes_in_ten_seconds() {
    WorldClock clock = clockAt(360);

    real.turn(Duration.ofSeconds(10));

    assertThat(clock.age()).isEqualTo(Duration.ofHours(1));
    assertThat(clock.real(Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void another_scale_does_not_change_what_has_happened() {
    WorldClock clock = clockAt(360);
    real.turn(Duration.ofSeconds(10));

    clock.changeScale(1);
    real.turn(Duration.ofSeconds(10));

    assertThat(clock.age()).isEqualTo(Duration.ofHours(1).plusSeconds(10));
  }

  @Test
  void a_clock_that_is_set_back_does_not_make_the_world_younger() {
    WorldClock clock = clockAt(360);

    real.turn(Duration.ofSeconds(-10));

    assertThat(clock.age()).isZero();
  }

  @Test
  void a_world_cannot_stand_still() {
    assertThatThrownBy(() -> clockAt(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> clockAt(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  private WorldClock clockAt(double scale) {
    return new WorldClock(real, new WorldClock.Pace(real.instant(), Duration.ZERO, scale));
  }
}
