package dev.lifeline.benchmarks.transfer;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one run took.
 *
 * @param wall seconds from the start of the process to its end
 * @param cpu seconds of processor time, user and system
 * @param peak resident memory, at most, in MiB
 * @param moved bytes of content that went over the network
 */
record Measured(double wall, double cpu, double peak, long moved) {
  /** The median of each figure for itself; of the peaks the highest. */
  static Measured median(List<Measured> runs) {
    return new Measured(
        middle(runs, Measured::wall),
        middle(runs, Measured::cpu),
        runs.stream().mapToDouble(Measured::peak).max().orElseThrow(),
        (long) middle(runs, Measured::moved));
  }

  private static double middle(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    List<Measured> sorted = runs.stream().sorted(Comparator.comparingDouble(figure)).toList();
    int half = sorted.size() / 2;
    double upper = figure.applyAsDouble(sorted.get(half));
    return sorted.size() % 2 == 1
        ? upper
        : (upper + figure.applyAsDouble(sorted.get(half - 1))) / 2;
  }
}
