package dev.lifeline.cli.connection;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file that a person names. */
final class TextFile {
  private static final long LARGEST = 4L << 20;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private TextFile() {}

  /** The whole text; without the byte order mark that PowerShell likes to write. */
  static String read(Path file) {
    requireFile(file);
    try {
      if (Files.size(file) > LARGEST) {
        throw problem(ProblemCode.IMPORT_UNREADABLE, file, "is no configuration of a connection")
            .why("It is larger than any such file.")
            .fix("check the path")
            .raise();
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw problem(ProblemCode.IMPORT_UNREADABLE, file, "is not UTF-8 text")
          .why("PowerShell before 7 writes UTF-16 when it is not told otherwise.")
          .fix("save the file as UTF-8")
          .raise(e);
    } catch (IOException e) {
      throw problem(ProblemCode.FILE_UNREADABLE, file, "cannot be read")
          .fix("give the account that runs Lifeline permission to read it")
          .raise(e);
    }
  }

  private static void requireFile(Path file) {
    if (Files.notExists(file)) {
      throw problem(ProblemCode.FILE_NOT_FOUND, file, "does not exist")
          .fix("check the path; a relative one counts from the working directory")
          .raise();
    }
    if (Files.isDirectory(file)) {
      throw problem(ProblemCode.FILE_IS_FOLDER, file, "is a folder")
          .fix("name the file inside the folder")
          .raise();
    }
  }

  private static Problem problem(ProblemCode code, Path file, String what) {
    return Problem.of(code, "the file '" + file + "' " + what).why("Nothing was sent.");
  }
}
