package dev.lifeline.cli.emulator;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.Addresses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The password of the emulator's accounts in a file of its own, beside the certificate, for {@code
 * --password-file}: so the commands that are printed work and hold no secret. Gone when closed.
 *
 * @param file readable by its owner only
 */
record PasswordNote(Path file) implements AutoCloseable {
  static PasswordNote of(Addresses addresses) {
    try {
      // a temporary file is its owner's alone from the start
      PasswordNote note = new PasswordNote(Files.createTempFile("lifeline-emulator-", ".password"));
      Files.writeString(note.file, addresses.password().text(), StandardCharsets.UTF_8);
      return note;
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  private static RuntimeException notWritable(IOException cause) {
    return Problem.of(
            ProblemCode.TARGET_NOT_WRITABLE, "the folder for temporary files cannot be written")
        .why("The emulator keeps its certificate and its password there.")
        .fix("point TMPDIR to a folder that can be written")
        .raise(cause);
  }
}
