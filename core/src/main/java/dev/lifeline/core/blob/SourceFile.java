package dev.lifeline.core.blob;

import dev.lifeline.core.problem.Interruptions;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A file to be sent, as it was when the upload began.
 *
 * @param path where it is
 * @param sizeBytes its length, more than zero
 * @param modifiedMillis when it was last changed
 */
public record SourceFile(Path path, long sizeBytes, long modifiedMillis) {
  private static final int BUFFER_BYTES = 256 * 1024;

  /**
   * Looks at a file.
   *
   * @throws LifelineException FILE_NOT_FOUND, FILE_IS_FOLDER, FILE_UNREADABLE or FILE_EMPTY
   */
  public static SourceFile of(Path path) {
    if (!Files.exists(path)) {
      throw Problem.of(ProblemCode.FILE_NOT_FOUND, "no file '" + path + "'")
          .why("Relative paths start at the folder that the command runs in.")
          .fix("check the path; quote it if it holds blanks")
          .raise();
    }
    if (Files.isDirectory(path)) {
      throw Problem.of(ProblemCode.FILE_IS_FOLDER, "'" + path + "' is a folder")
          .why("An asset is one file.")
          .fix("name the package file itself, for example the .zip in it")
          .raise();
    }
    if (!Files.isRegularFile(path)) {
      throw unreadable(path, new IOException("neither a file nor a folder"));
    }
    SourceFile file = look(path);
    if (file.sizeBytes == 0) {
      throw Problem.of(ProblemCode.FILE_EMPTY, "the file '" + path + "' is empty")
          .why("LCS cannot do anything with an asset without content.")
          .fix("look at the step that makes the file")
          .raise();
    }
    return file;
  }

  /** Fails with FILE_CHANGED when the file is no longer what it was. */
  void requireUnchanged() {
    SourceFile now = look(path);
    if (now.sizeBytes != sizeBytes || now.modifiedMillis != modifiedMillis) {
      throw changed().raise();
    }
  }

  /**
   * The SHA-256 of its content, in hex digits; reads the whole file.
   *
   * @throws LifelineException FILE_UNREADABLE, FILE_CHANGED, INTERRUPTED
   */
  public String sha256() {
    MessageDigest digest = Hashes.sha256();
    long read = 0;
    try (InputStream in = Files.newInputStream(path)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      int length;
      while ((length = in.read(buffer)) >= 0) {
        digest.update(buffer, 0, length);
        read += length;
        if (Thread.interrupted()) {
          throw Interruptions.raise(new InterruptedException());
        }
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    if (read != sizeBytes) {
      throw changed().raise();
    }
    requireUnchanged();
    return HexFormat.of().formatHex(digest.digest());
  }

  Problem changed() {
    return Problem.of(ProblemCode.FILE_CHANGED, "the file '" + path + "' changed while it was sent")
        .why("Something else writes to it. Nothing was put into the library.")
        .fix("wait until the file is complete, then upload again");
  }

  static LifelineException unreadable(Path path, IOException cause) {
    return Problem.of(ProblemCode.FILE_UNREADABLE, "the file '" + path + "' cannot be read")
        .why(
            cause instanceof AccessDeniedException
                ? "The account that runs this command has no permission for it."
                : "It is no ordinary file, or the disk has a fault.")
        .fix("check what it is and its permissions: ls -l")
        .raise(cause);
  }

  private static SourceFile look(Path path) {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      if (!Files.isReadable(path)) {
        throw new AccessDeniedException(path.toString());
      }
      return new SourceFile(path, found.size(), found.lastModifiedTime().toMillis());
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
