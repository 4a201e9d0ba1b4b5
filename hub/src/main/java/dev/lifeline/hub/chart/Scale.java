package dev.lifeline.hub.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of time that begins at 0 and is as long as a chart is wide.
 *
 * @param whole its length, a second at least
 */
public record Scale(Duration whole) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Between two ticks, in seconds: what people count in. */
  private static final List<Long> STEPS =
      List.of(
          1L,
          2L,
          5L,
          10L,
          15L,
          30L,
          60L,
          120L,
          300L,
          600L,
          900L,
          1800L,
          3600L,
          7200L,
          10_800L,
          21_600L,
          43_200L,
          86_400L,
          172_800L,
          604_800L,
          2_592_000L);

  public Scale {
    whole = whole.compareTo(SHORTEST) < 0 ? SHORTEST : whole;
  }

  /** Where that time is, in per cent; what lies outside is at the end that is nearer. */
  public double at(Duration time) {
    double share = 100.0 * time.toMillis() / whole.toMillis();
    return Math.max(0, Math.min(100, share));
  }

  /** A piece of the line; one that would be too short to be seen is made longer. */
  public Bar bar(Duration from, Duration to, Tone tone, String word) {
    double left = Math.min(at(from), 100 - Bar.NARROWEST);
    return new Bar(left, Math.max(at(to) - left, Bar.NARROWEST), tone, word);
  }

  /**
   * Ticks at round times, the first at 0.
   *
   * @param most how many at most, 2 or more
   */
  public List<Tick> ticks(int most) {
    long step = step(most);
    List<Tick> ticks = new ArrayList<>();
    for (long seconds = 0; seconds <= whole.toSeconds() && ticks.size() < most; seconds += step) {
      Duration time = Duration.ofSeconds(seconds);
      ticks.add(new Tick(at(time), time));
    }
    return ticks;
  }

  private long step(int most) {
    for (long step : STEPS) {
      if (whole.toSeconds() / step < most) {
        return step;
      }
    }
    long longest = STEPS.get(STEPS.size() - 1);
    return longest * (whole.toSeconds() / longest / (most - 1) + 1);
  }
}
