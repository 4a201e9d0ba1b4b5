package dev.lifeline.tasks.host;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that a system reads when the step has ended.
 *
 * @param path where it is
 */
record RunnerFile(Path path) {
  /**
   * Adds a value of any lines between two lines that nobody can foresee.
   *
   * @param delimiter a text that is not in the value
   */
  void value(String name, String value, String delimiter) {
    append(name + "<<" + delimiter + "\n" + value + "\n" + delimiter + "\n");
  }

  /** Adds text at its end. */
  void append(String text) {
    try {
      Files.writeString(
          path, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw Problem.of(
              ProblemCode.TARGET_NOT_WRITABLE,
              "the file '" + path + "', through which outputs travel, cannot be written")
          .fix("run the task as the account that the job runs as")
          .raise(e);
    }
  }
}
