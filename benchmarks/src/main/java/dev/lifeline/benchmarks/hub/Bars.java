package dev.lifeline.benchmarks.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the hub has to reach, and what it reached. */
final class Bars {
  private final List<String> lines = new ArrayList<>();

  void atMost(String what, double limit, String unit, double reached) {
    line(what, "at most " + figure(limit) + unit, figure(reached) + unit, reached <= limit);
  }

  void atLeast(String what, double limit, String unit, double reached) {
    line(what, "at least " + figure(limit) + unit, figure(reached) + unit, reached >= limit);
  }

  void exactly(String what, long wanted, long reached) {
    line(what, "exactly " + wanted, Long.toString(reached), wanted == reached);
  }

  void print() {
    System.out.println("| bar | wanted | reached | holds |");
    System.out.println("| --- | --- | --- | --- |");
    lines.forEach(System.out::println);
  }

  private void line(String what, String wanted, String reached, boolean holds) {
    lines.add("| %s | %s | %s | %s |".formatted(what, wanted, reached, holds ? "yes" : "**no**"));
  }

  private static String figure(double value) {
    return value >= 100 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
