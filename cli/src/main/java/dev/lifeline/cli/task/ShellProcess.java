package dev.lifeline.cli.task;

import dev.lifeline.cli.shell.Host;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.time.Time;
import dev.lifeline.tasks.host.ProgramFolder;
import dev.lifeline.tasks.host.TaskProcess;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The process of the command, as a task sees it. */
public final class ShellProcess implements TaskProcess {
  private final Shell shell;
  private final Host host;
  private final Map<String, String> environment;

  /**
   * @param environment in place of the process's own
   */
  public ShellProcess(Shell shell, Map<String, String> environment) {
    this.shell = shell;
    this.host = shell.host();
    this.environment = Map.copyOf(environment);
  }

  /** The environment, with inputs that were given otherwise. */
  public static Map<String, String> withInputs(
      Map<String, String> environment, Map<String, String> inputs) {
    Map<String, String> all = new TreeMap<>(environment);
    inputs.forEach((name, value) -> all.put(variable(name), value));
    return all;
  }

  private static String variable(String input) {
    return "INPUT_" + input.toUpperCase(Locale.ROOT);
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public PrintStream out() {
    return host.out();
  }

  @Override
  public Time time() {
    return host.time();
  }

  @Override
  public RandomGenerator random() {
    return host.random();
  }

  @Override
  public Supplier<UUID> ids() {
    return host.ids();
  }

  @Override
  public ConnectionFolder connections() {
    return shell.connections();
  }

  @Override
  public Path workingFolder() {
    return Path.of("").toAbsolutePath();
  }

  @Override
  public Optional<Path> program() {
    return ProgramFolder.around(ShellProcess.class);
  }

  @Override
  public Path javaHome() {
    return host.javaHome();
  }
}
