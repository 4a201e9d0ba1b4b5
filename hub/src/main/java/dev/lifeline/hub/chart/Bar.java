package dev.lifeline.hub.chart;

import java.util.Locale;

/**
 * A bar of a chart.
 *
 * @param left where it begins, in per cent
 * @param width in per cent
 * @param word what stands on it, or empty; where there is no room, it is left out
 */
public record Bar(double left, double width, Tone tone, String word) {
  static final double NARROWEST = 0.8;
  private static final double ROOM = 8;

  public Bar {
    word = width < ROOM ? "" : word;
  }

  /** Where it begins, as SVG has it. */
  public String x() {
    return percent(left);
  }

  /** How wide it is, as SVG has it. */
  public String w() {
    return percent(width);
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}
