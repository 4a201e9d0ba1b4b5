package dev.lifeline.benchmarks.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lifeline is killed when half of the bytes have moved, and started again; the second run counts.
 *
 * @param name as it is named on the command line
 * @param title as it stands above its table
 * @param up whether the file is sent
 * @param mebibytes its size
 * @param bars what Lifeline has to reach
 */
record KilledHalfway(String name, String title, boolean up, int mebibytes, List<Bar> bars)
    implements Scenario {
  private static final int LOOK_MILLIS = 2;

  /** The bytes of the second run as a part of the file. */
  static Bar again(int mebibytes, double limit) {
    double all = (double) mebibytes * Blob.MEBIBYTE;
    return new Bar(
        "bytes of the second run by those of the file",
        limit,
        "",
        medians -> medians.values().iterator().next().moved() / all);
  }

  @Override
  public Map<String, List<Measured>> run(Lab lab)
      throws IOException, GeneralSecurityException, InterruptedException {
    Lifeline lifeline = lab.lifeline();
    Path file = lab.file(mebibytes);
    Path target = Files.createDirectories(file.resolveSibling("killed"));
    List<String> command = up ? lifeline.upload(file) : lifeline.download(target);
    lab.stub().behave(Behaviour.IDEAL, lab.blob(mebibytes));
    Process first = lab.stopwatch().start(command, lifeline.environment());
    while (lab.stub().moved() < Files.size(file) / 2 && first.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    first.destroyForcibly().waitFor();
    lab.stub().behave(Behaviour.IDEAL, lab.blob(mebibytes));
    Stopwatch.Outcome second = lab.stopwatch().time(command, lifeline.environment());
    Measured measured =
        new Measured(second.wall(), second.cpu(), second.peak(), lab.stub().moved());
    if (!up) {
      lab.takeAway(lifeline, target, mebibytes);
    }
    return Map.of(lifeline.name(), List.of(measured));
  }
}
