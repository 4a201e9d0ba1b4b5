package dev.lifeline.tasks;

import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.time.Time;
import dev.lifeline.tasks.host.TaskProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A process that the test describes; it keeps what was written. */
public final class ProcessInTest implements TaskProcess {
  private final Map<String, String> environment;
  private final Path folder;
  private final Time time;
  private final Random random = new Random(20_261_122);
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
  public @Nullable Path program;

  public ProcessInTest(Map<String, String> environment, Path folder, Time time) {
    this.environment = Map.copyOf(environment);
    this.folder = folder;
    this.time = time;
  }

  /** What was written so far. */
  public String written() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public Time time() {
    return time;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Supplier<UUID> ids() {
    return () -> new UUID(random.nextLong(), random.nextLong());
  }

  @Override
  public ConnectionFolder connections() {
    return new ConnectionFolder(folder.resolve("home"), time);
  }

  @Override
  public Path workingFolder() {
    return folder;
  }

  @Override
  public Optional<Path> program() {
    return Optional.ofNullable(program);
  }

  @Override
  public Path javaHome() {
    return folder.resolve("java");
  }
}
