package dev.lifeline.cli;

import dev.lifeline.cli.shell.Host;
import dev.lifeline.core.connection.KeyHolder;
import dev.lifeline.core.time.Time;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A host for reading the command tree and running nothing of it. */
final class DocumentationHost implements Host {
  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public KeyHolder keyStore() {
    return KeyHolder.NONE;
  }

  @Override
  public String operatingSystem() {
    return "";
  }

  @Override
  public Path home() {
    return Path.of("");
  }

  @Override
  public Path javaHome() {
    return Path.of("");
  }

  @Override
  public PrintStream out() {
    return NOWHERE;
  }

  @Override
  public PrintStream err() {
    return NOWHERE;
  }

  @Override
  public InputStream in() {
    return InputStream.nullInputStream();
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean canRedraw() {
    return false;
  }

  @Override
  public @Nullable String readLine(String prompt) {
    return null;
  }

  @Override
  public char @Nullable [] readPassword(String prompt) {
    return null;
  }

  @Override
  public Time time() {
    throw notRunning();
  }

  @Override
  public RandomGenerator random() {
    throw notRunning();
  }

  @Override
  public Supplier<UUID> ids() {
    throw notRunning();
  }

  private static IllegalStateException notRunning() {
    return new IllegalStateException("documentation runs no command");
  }
}
