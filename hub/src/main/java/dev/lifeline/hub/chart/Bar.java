package dev.lifeline.hub.chart;

import java.util.Locale;

/**
 * A bar of a chart.
 *
 * @param left where it begins, in per cent
 * @param width in per cent
 * @param word what stands on it, or empty
 */
public record Bar(double left, double width, Tone tone, String word) {
  static final double NARROWEST = 0.8;

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
