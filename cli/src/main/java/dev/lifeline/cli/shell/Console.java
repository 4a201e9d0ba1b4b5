package dev.lifeline.cli.shell;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.DeviceCode;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.text.ForeignText;
import dev.lifeline.core.text.ProblemText;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command says and asks. Results go to standard output, everything else to standard error;
 * everything is made harmless on the way. Thread-safe.
 */
public final class Console {
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";
  private static final String ERASE_LINE = "\r\u001b[K";

  private final Host host;
  private final Settings settings;
  private boolean liveLine;

  Console(Host host, Settings settings) {
    this.host = host;
    this.settings = settings;
  }

  /** The result of a command: the JSON value, or the lines, by the chosen output. */
  public synchronized void result(Object json, List<String> lines) {
    if (settings.isJson()) {
      document(json);
    } else {
      eraseLiveLine();
      lines.forEach(line -> host.out().println(ForeignText.line(line)));
    }
  }

  /** A result that is JSON whatever output was chosen, because another program reads it. */
  public synchronized void document(Object json) {
    eraseLiveLine();
    host.out().println(ForeignText.json(Json.writeIndented(json)));
  }

  /** A line that is part of a longer result as it comes; nothing in JSON. */
  public synchronized void line(String text) {
    if (!settings.isJson()) {
      eraseLiveLine();
      host.out().println(ForeignText.line(text));
    }
  }

  /** Something worth knowing, unless the user wants quiet. */
  public synchronized void note(String text) {
    if (!settings.isQuiet()) {
      error(text);
    }
  }

  /** Something that has to be said. */
  public synchronized void warn(String text) {
    error(text);
  }

  /**
   * Asks a person to sign in on any device; said even when the user wants quiet.
   *
   * @param who whose sign-in it is, such as {@code an administrator}
   */
  public synchronized void deviceCode(DeviceCode code, String who) {
    error("sign in as " + who + ", in a browser on any device:");
    error("  open        " + code.verificationUri());
    error("  enter code  " + code.userCode());
    error("waiting for that until " + code.expires().truncatedTo(ChronoUnit.SECONDS));
  }

  synchronized void live(String text) {
    liveLine = true;
    host.err().print(ERASE_LINE + ForeignText.line(text));
    host.err().flush();
  }

  /** A failure, as text or as JSON. */
  public synchronized void problem(Problem problem) {
    eraseLiveLine();
    PrintStream err = host.err();
    if (settings.isJson()) {
      err.println(ForeignText.json(Json.write(ProblemText.json(problem))));
      return;
    }
    for (String line : ProblemText.lines(problem)) {
      String shown = ForeignText.line(line);
      boolean first = shown.startsWith("error:") && settings.hasColor();
      err.println(first ? shown.replaceFirst("error:", RED + "error:" + PLAIN) : shown);
    }
  }

  /** A fault of Lifeline itself, with its trace when the user wants to see more. */
  public synchronized void fault(Throwable fault) {
    problem(
        Problem.of(
                ProblemCode.INTERNAL, "Lifeline itself has a fault: " + fault.getClass().getName())
            .why("This is not your fault, and nothing that you can mend.")
            .fix("run it again with --verbose and report what it prints"));
    if (settings.isVerbose()) {
      for (StackTraceElement at : fault.getStackTrace()) {
        error("  at " + at);
      }
    }
  }

  /** Whether somebody can be asked. */
  public boolean canAsk() {
    return host.isInteractive() && !settings.isJson();
  }

  /** Asks for a line; the default is shown, and taken when the answer is empty. */
  public String ask(String question, String otherwise) {
    String prompt = question + (otherwise.isEmpty() ? "" : " [" + otherwise + "]") + ": ";
    String answer = host.readLine(ForeignText.line(prompt));
    return answer == null || answer.isBlank() ? otherwise : answer.strip();
  }

  /** Asks for a secret without showing it; null when none was given. */
  public @Nullable Secret askSecret(String question) {
    char[] answer = host.readPassword(ForeignText.line(question + ": "));
    return answer == null || answer.length == 0 ? null : Secret.of(new String(answer));
  }

  private void error(String text) {
    eraseLiveLine();
    host.err().println(ForeignText.line(text));
  }

  private void eraseLiveLine() {
    if (liveLine) {
      host.err().print(ERASE_LINE);
      liveLine = false;
    }
  }
}
