package dev.lifeline.core.blob;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
    if (!isFree(target, replace)) {
      throw taken(target).raise();
    }
  }

  /** Whether a file may be put there; a link to nothing takes a place as well. */
  public static boolean isFree(Path target, boolean replace) {
    return !Files.isDirectory(target)
        && (replace || !Files.exists(target, LinkOption.NOFOLLOW_LINKS));
  }

  static Problem taken(Path target) {
    return Problem.of(ProblemCode.TARGET_EXISTS, "the file '" + target + "' exists already")
        .why("Lifeline replaces a file only when it is told to.")
        .fix("add --overwrite, or choose another folder with --to");
  }
}
