package dev.lifeline.benchmarks.transfer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/** Something that is measured, and the bars for it. */
interface Scenario {
  /** As it is named on the command line. */
  String name();

  /** As it stands above its table. */
  String title();

  List<Bar> bars();

  /** Every run of each contender by its name, in the order of the table. */
  Map<String, List<Measured>> run(Lab lab)
      throws IOException, GeneralSecurityException, InterruptedException;
}
