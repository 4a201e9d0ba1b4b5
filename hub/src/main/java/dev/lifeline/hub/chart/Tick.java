package dev.lifeline.hub.chart;

import java.time.Duration;

/**
 * A round time on a scale.
 *
 * @param at where, in per cent
 * @param time since the scale's beginning
 */
public record Tick(double at, Duration time) {
  private static final double NEAR_THE_END = 93;

  /** For people: {@code 0}, {@code 30 s}, {@code 10 min}, {@code 1 h 30 min}, {@code 2 d}. */
  public String label() {
    if (time.isZero()) {
      return "0";
    }
    StringBuilder label = new StringBuilder();
    append(label, time.toDaysPart(), "d");
    append(label, time.toHoursPart(), "h");
    append(label, time.toMinutesPart(), "min");
    append(label, time.toSecondsPart(), "s");
    return label.toString();
  }

  /** Where its line is, as SVG has it. */
  public String x() {
    return Bar.percent(at);
  }

  /** On which side of its line the label stands, so that it stays within the chart. */
  public String anchor() {
    if (time.isZero()) {
      return "start";
    }
    return at > NEAR_THE_END ? "end" : "middle";
  }

  private static void append(StringBuilder label, long amount, String unit) {
    if (amount > 0) {
      label.append(label.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
    }
  }
}
