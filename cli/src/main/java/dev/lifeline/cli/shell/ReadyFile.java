package dev.lifeline.cli.shell;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that tells others where a server listens: whole or not there, readable by its owner. */
public final class ReadyFile {
  private ReadyFile() {}

  /**
   * Writes it, in place of one that is there.
   *
   * @throws dev.lifeline.core.problem.LifelineException TARGET_NOT_WRITABLE
   */
  public static void write(Path file, String json) {
    try {
      // a temporary file is its owner's alone from the start
      Path partial = Files.createTempFile(folder(file), ".lifeline-ready-", ".partial");
      try {
        Files.writeString(partial, json + "\n", StandardCharsets.UTF_8);
        Files.move(
            partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw Problem.of(
              ProblemCode.TARGET_NOT_WRITABLE, "the ready file '" + file + "' cannot be written")
          .why(
              "Its folder does not exist, or the account that runs this command may not write there.")
          .fix("name a file in a folder that exists and can be written, with --ready-file")
          .raise(e);
    }
  }

  private static Path folder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("the root of a file system is no file");
    }
    return folder;
  }
}
