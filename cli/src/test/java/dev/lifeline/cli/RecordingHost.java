package dev.lifeline.cli;

import dev.lifeline.cli.shell.Host;
import dev.lifeline.core.connection.KeyHolder;
import dev.lifeline.core.time.Time;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A process that the test describes: its environment, its standard input, who answers its
 * questions. It keeps what was written and asked.
 */
public final class RecordingHost implements Host {
  private static final Pattern CODE = Pattern.compile("enter code  (\\S+)\\n");

  public final Deque<String> answers = new ArrayDeque<>();
  public final List<String> questions = new ArrayList<>();
  public final List<String> secretQuestions = new ArrayList<>();
  public boolean interactive;
  public boolean canRedraw;
  public String piped = "";
  public String operatingSystem = "Linux";

  /** Told each device code that a person is asked to enter, before the command goes on. */
  public Consumer<String> person = code -> {};

  /** The key store of the operating system. */
  public KeyHolder keyStore = KeyHolder.NONE;

  private final Map<String, String> environment;
  private final Path home;
  private final Time time;
  private final Random random = new Random(20_261_122);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ScreenWithAPerson();
  private final PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);

  public RecordingHost(Map<String, String> environment, Path home, Time time) {
    this.environment = Map.copyOf(environment);
    this.home = home;
    this.time = time;
  }

  /** Runs a command in this process. */
  public Outcome run(String... arguments) {
    int exitCode = Main.run(arguments, this);
    return new Outcome(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What was written to standard output so far. */
  public String outSoFar() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What was written to standard error so far. */
  public String errSoFar() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Override
  public KeyHolder keyStore() {
    return keyStore;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public String operatingSystem() {
    return operatingSystem;
  }

  @Override
  public Path home() {
    return home;
  }

  @Override
  public Path javaHome() {
    return home.resolve("java");
  }

  @Override
  public PrintStream out() {
    return outStream;
  }

  @Override
  public PrintStream err() {
    return errStream;
  }

  @Override
  public InputStream in() {
    return new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean isInteractive() {
    return interactive;
  }

  @Override
  public boolean canRedraw() {
    return canRedraw;
  }

  @Override
  public @Nullable String readLine(String prompt) {
    questions.add(prompt);
    return answers.poll();
  }

  @Override
  public char @Nullable [] readPassword(String prompt) {
    secretQuestions.add(prompt);
    String answer = answers.poll();
    return answer == null ? null : answer.toCharArray();
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

  /** Standard error, read by somebody who enters the code that is asked for. */
  private final class ScreenWithAPerson extends ByteArrayOutputStream {
    private int read;

    @Override
    public synchronized void flush() {
      Matcher asked = CODE.matcher(toString(StandardCharsets.UTF_8));
      if (asked.find(read)) {
        read = asked.end();
        person.accept(asked.group(1));
      }
    }
  }
}
