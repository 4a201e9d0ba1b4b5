package dev.lifeline.tasks;

import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.OsKeyStore;
import dev.lifeline.core.connection.PlatformFolders;
import dev.lifeline.core.time.SystemTime;
import dev.lifeline.core.time.Time;
import dev.lifeline.tasks.host.ProgramFolder;
import dev.lifeline.tasks.host.TaskProcess;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/** This process, which an agent or a runner started. */
final class SystemProcess implements TaskProcess {
  /** Azure Pipelines tasks: an agent waits 7.5 s after its first signal. */
  private static final long GRACE_SECONDS = 6;

  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private final SecureRandom random = new SecureRandom();

  /** Runs a task in this process and ends the process with its exit code. */
  static void run(ToIntFunction<TaskProcess> task) {
    CountDownLatch done = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(main, done), "lifeline-leave"));
    int exitCode;
    try {
      exitCode = task.applyAsInt(new SystemProcess());
    } finally {
      done.countDown();
    }
    System.exit(exitCode);
  }

  /** On a signal: the task is interrupted and gets time to say what goes on in LCS. */
  private static void leave(Thread main, CountDownLatch done) {
    main.interrupt();
    try {
      boolean said = done.await(GRACE_SECONDS, TimeUnit.SECONDS);
      if (!said) {
        System.err.println("lifeline: did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Map<String, String> environment() {
    return System.getenv();
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public Time time() {
    return new SystemTime();
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Supplier<UUID> ids() {
    return UUID::randomUUID;
  }

  @Override
  public ConnectionFolder connections() {
    String system = System.getProperty("os.name", "");
    String chosen = environment().getOrDefault("LIFELINE_HOME", "");
    Path home =
        chosen.isBlank()
            ? new PlatformFolders(
                    system, environment(), Path.of(System.getProperty("user.home", ".")))
                .lifelineHome()
            : Path.of(chosen);
    return new ConnectionFolder(home, time(), new OsKeyStore(system, environment()));
  }

  @Override
  public Path workingFolder() {
    return Path.of("").toAbsolutePath();
  }

  @Override
  public Optional<Path> program() {
    return ProgramFolder.around(SystemProcess.class);
  }

  @Override
  public Path javaHome() {
    return Path.of(System.getProperty("java.home"));
  }
}
