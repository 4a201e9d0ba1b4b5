package dev.lifeline.hub.backup;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file for its owner alone, which is there when all of it is, and not before. */
public record NewFile(Path file) {
  /** What is in it. */
  @FunctionalInterface
  public interface Content {
    /** Writes it. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /**
   * Refuses a file that is there already.
   *
   * @throws LifelineException BACKUP_UNUSABLE
   */
  public NewFile {
    if (Files.exists(file)) {
      throw Problem.of(ProblemCode.BACKUP_UNUSABLE, "the file '" + file + "' is there already")
          .why("An older backup may be all that somebody has.")
          .fix("name another file")
          .raise();
    }
  }

  /**
   * Writes it.
   *
   * @throws LifelineException BACKUP_UNUSABLE; what the content throws passes through
   */
  public void write(Content content) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path unfinished = Files.createTempFile(folder, ".hub-backup-", ".new"); // its owner's alone
      try {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
          content.writeTo(stream);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw Problem.of(ProblemCode.BACKUP_UNUSABLE, "the file '" + file + "' cannot be written")
          .why("It says: " + e.getMessage() + ".")
          .fix("name a file in a folder that exists, on a disk with room for it")
          .raise(e);
    }
  }
}
