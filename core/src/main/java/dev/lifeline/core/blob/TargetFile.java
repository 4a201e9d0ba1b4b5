package dev.lifeline.core.blob;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;

/** The place where a downloaded file will stand. */
public final class TargetFile {
  private TargetFile() {}

  /**
   * Looks whether a file may be put there.
   *
   * @param replace whether a file that stands there may be replaced; a folder never is
   * @throws LifelineException TARGET_EXISTS
   */
  public static void requireFree(Path target, boolean replace) {
    if (Files.isDirectory(target) || (!replace && Files.exists(target))) {
      throw taken(target).raise();
    }
  }

  static Problem taken(Path target) {
    return Problem.of(ProblemCode.TARGET_EXISTS, "the file '" + target + "' exists already")
        .why("Lifeline replaces a file only when it is told to.")
        .fix("add --overwrite, or choose another folder with --to");
  }
}
