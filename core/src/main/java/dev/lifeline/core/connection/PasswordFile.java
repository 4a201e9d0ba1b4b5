package dev.lifeline.core.connection;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A password as a file or standard input hands it over: UTF-8, a byte order mark at its start and
 * one line break at its end are not part of it.
 */
public final class PasswordFile {
  private static final int LONGEST = 4096;

  private PasswordFile() {}

  /**
   * Reads a password from a file.
   *
   * @throws LifelineException FILE_NOT_FOUND, FILE_IS_FOLDER, FILE_UNREADABLE, FILE_EMPTY, or
   *     CONNECTION_INVALID when the content cannot be a password
   */
  public static Secret read(Path file) {
    String source = "the password file '" + file + "'";
    if (Files.isDirectory(file)) {
      throw Problem.of(ProblemCode.FILE_IS_FOLDER, source + " is a folder")
          .fix("name the file that holds the password")
          .raise();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return of(in, source);
    } catch (NoSuchFileException e) {
      throw Problem.of(ProblemCode.FILE_NOT_FOUND, source + " does not exist")
          .fix("check the path")
          .raise(e);
    } catch (IOException e) {
      throw Problem.of(ProblemCode.FILE_UNREADABLE, source + " cannot be read")
          .fix("let the user that runs Lifeline read it")
          .raise(e);
    }
  }

  /**
   * Reads a password to the end of a stream and leaves the stream open.
   *
   * @param source what the stream is, for messages, such as "standard input"
   * @throws IOException when reading fails
   * @throws LifelineException FILE_EMPTY, or CONNECTION_INVALID when it cannot be a password
   */
  public static Secret of(InputStream in, String source) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw Problem.of(
              ProblemCode.CONNECTION_INVALID,
              "%s holds more than %d bytes".formatted(source, LONGEST))
          .why("No password is that long, so this is something else.")
          .fix("give the password and nothing else")
          .raise();
    }
    String text = withoutFrame(decoded(bytes, source));
    if (text.isEmpty()) {
      throw Problem.of(ProblemCode.FILE_EMPTY, source + " holds no password")
          .fix("write the password into it")
          .raise();
    }
    return Secret.of(text);
  }

  private static String decoded(byte[] bytes, String source) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.of(ProblemCode.CONNECTION_INVALID, source + " is not UTF-8 text")
          .why("A password in another encoding would reach Entra ID as another password.")
          .fix("save it as UTF-8")
          .raise(e);
    }
  }

  private static String withoutFrame(String text) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (unmarked.endsWith("\r\n")) {
      return unmarked.substring(0, unmarked.length() - 2);
    }
    return unmarked.endsWith("\n") ? unmarked.substring(0, unmarked.length() - 1) : unmarked;
  }
}
