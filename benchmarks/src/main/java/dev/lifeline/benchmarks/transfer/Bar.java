package dev.lifeline.benchmarks.transfer;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * What Lifeline has to reach.
 *
 * @param what a sentence
 * @param limit what the figure may be at most
 * @param unit of both, with a blank before it, or nothing
 * @param figure takes it from the medians of a scenario
 */
record Bar(String what, double limit, String unit, ToDoubleFunction<Map<String, Measured>> figure) {

  /** Wall time of one as a part of the other's. */
  static Bar wall(String one, String other, double limit) {
    return ratio(one, other, limit, Measured::wall, "wall");
  }

  /** Processor time of one as a part of the other's. */
  static Bar cpu(String one, String other, double limit) {
    return ratio(one, other, limit, Measured::cpu, "CPU");
  }

  static Bar wall(String one, double limit) {
    return new Bar("wall of " + one, limit, " s", medians -> of(medians, one).wall());
  }

  /** The highest of all runs. */
  static Bar peak(String one, double limit) {
    return new Bar("peak resident of " + one, limit, " MiB", medians -> of(medians, one).peak());
  }

  boolean holds(Map<String, Measured> medians) {
    return figure.applyAsDouble(medians) <= limit;
  }

  /** A line of the table of bars. */
  String line(String scenario, Map<String, Measured> medians) {
    double reached = figure.applyAsDouble(medians);
    return String.format(
        Locale.ROOT,
        "| %s: %s | %s%s | %.2f%s | %s |",
        scenario,
        what,
        limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit),
        unit,
        reached,
        unit,
        holds(medians) ? "yes" : "**no**");
  }

  private static Bar ratio(
      String one, String other, double limit, ToDoubleFunction<Measured> figure, String of) {
    return new Bar(
        of + " of " + one + " by " + other,
        limit,
        "",
        medians ->
            figure.applyAsDouble(of(medians, one)) / figure.applyAsDouble(of(medians, other)));
  }

  private static Measured of(Map<String, Measured> medians, String name) {
    return Objects.requireNonNull(medians.get(name), name);
  }
}
