package dev.lifeline.benchmarks.hub;

import java.io.PrintStream;

/** Something that is measured. */
interface Scenario {
  /** For the command line. */
  String name();

  /** A clause. */
  String title();

  /** Measures, and prints a table. */
  void run(Lab lab, String store, PrintStream out, Bars bars) throws Exception;
}
