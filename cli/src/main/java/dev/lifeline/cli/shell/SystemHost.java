package dev.lifeline.cli.shell;

import dev.lifeline.core.connection.KeyHolder;
import dev.lifeline.core.connection.OsKeyStore;
import dev.lifeline.core.time.SystemTime;
import dev.lifeline.core.time.Time;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** This process. The launcher tells which of its streams are terminals, which Java cannot see. */
public final class SystemHost implements Host {
  private static final long GRACE_SECONDS = 10;

  private final PrintStream out = stream(FileDescriptor.out);
  private final PrintStream err = stream(FileDescriptor.err);
  private final SecureRandom random = new SecureRandom();
  private final String terminals = terminals();

  /** Runs a command in this process and ends the process with its exit code. */
  public static void run(ToIntFunction<Host> command) {
    CountDownLatch done = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(main, done), "lifeline-leave"));
    int exitCode;
    try {
      exitCode = command.applyAsInt(new SystemHost());
    } finally {
      done.countDown();
    }
    System.exit(exitCode);
  }

  /** Does something beside the command, which neither waits for it nor depends on it. */
  public static void meanwhile(Runnable work) {
    Thread thread = new Thread(work, "lifeline-meanwhile");
    thread.setDaemon(true);
    thread.start();
  }

  /** On Ctrl-C: the command is interrupted and gets time to clean up and to say what goes on. */
  private static void leave(Thread main, CountDownLatch done) {
    main.interrupt();
    try {
      boolean cleanedUp = done.await(GRACE_SECONDS, TimeUnit.SECONDS);
      if (!cleanedUp) {
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
  public String operatingSystem() {
    return System.getProperty("os.name", "");
  }

  @Override
  public Path home() {
    return Path.of(System.getProperty("user.home", "."));
  }

  @Override
  public Path javaHome() {
    return Path.of(System.getProperty("java.home", ""));
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public PrintStream err() {
    return err;
  }

  @Override
  public InputStream in() {
    return System.in;
  }

  @Override
  public boolean isInteractive() {
    return terminals.contains("0") && terminals.contains("1");
  }

  @Override
  public boolean canRedraw() {
    return terminals.contains("2");
  }

  @Override
  public @Nullable String readLine(String prompt) {
    return console().map(console -> console.readLine("%s", prompt)).orElse(null);
  }

  @Override
  public char @Nullable [] readPassword(String prompt) {
    return console().map(console -> console.readPassword("%s", prompt)).orElse(null);
  }

  @Override
  public KeyHolder keyStore() {
    return new OsKeyStore(operatingSystem(), environment());
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

  /** From Java 22 on there is always a console; whether a person sits there is another question. */
  private Optional<Console> console() {
    return isInteractive() ? Optional.ofNullable(System.console()) : Optional.empty();
  }

  private static String terminals() {
    String told = System.getProperty("lifeline.terminals");
    return told == null ? terminalsThatJavaSees() : told;
  }

  /** All streams are terminals, or Java does not say which are. */
  private static String terminalsThatJavaSees() {
    Optional<Console> console = Optional.ofNullable(System.console());
    if (console.isEmpty()) {
      return "";
    }
    try {
      Object terminal = Console.class.getMethod("isTerminal").invoke(console.get());
      return Boolean.TRUE.equals(terminal) ? "012" : "";
    } catch (NoSuchMethodException e) {
      return "012"; // before Java 22 there is a console only where there is a terminal
    } catch (ReflectiveOperationException e) {
      return "";
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    Charset charset = windows ? Charset.defaultCharset() : StandardCharsets.UTF_8;
    return new PrintStream(new FileOutputStream(descriptor), true, charset);
  }
}
