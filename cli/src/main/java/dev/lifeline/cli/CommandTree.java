package dev.lifeline.cli;

import dev.lifeline.cli.app.AppCommand;
import dev.lifeline.cli.asset.AssetCommand;
import dev.lifeline.cli.connection.ConnectionCommand;
import dev.lifeline.cli.database.DatabaseCommand;
import dev.lifeline.cli.demo.DemoCommand;
import dev.lifeline.cli.deployment.DeployCommand;
import dev.lifeline.cli.deployment.OperationCommand;
import dev.lifeline.cli.emulator.EmulatorCommand;
import dev.lifeline.cli.environment.EnvironmentCommand;
import dev.lifeline.cli.hub.HubCommand;
import dev.lifeline.cli.hub.HubDefaults;
import dev.lifeline.cli.pipeline.PipelineCommand;
import dev.lifeline.cli.shell.Console;
import dev.lifeline.cli.shell.GlobalOptions;
import dev.lifeline.cli.shell.Host;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.task.TaskCommand;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;

/** The tree of all commands, and the one place where a failure becomes an exit code. */
public final class CommandTree {
  /** A command right below {@code lifeline}; asking an annotation for its name takes long. */
  private record Noun(String name, Class<?> command, @Nullable String needs) {
    Noun(String name, Class<?> command) {
      this(name, command, null);
    }

    /** The command that pipelines get comes without the emulator and the hub. */
    boolean isThere() {
      return needs == null || CommandTree.class.getResource(needs) != null;
    }
  }

  private static final String EMULATOR = "/dev/lifeline/emulator/Emulator.class";
  private static final String HUB = "/dev/lifeline/hub/Hub.class";

  private static final List<Noun> COMMANDS =
      List.of(
          new Noun("connection", ConnectionCommand.class),
          new Noun("app", AppCommand.class),
          new Noun("asset", AssetCommand.class),
          new Noun("environment", EnvironmentCommand.class),
          new Noun("database", DatabaseCommand.class),
          new Noun("deploy", DeployCommand.class),
          new Noun("operation", OperationCommand.class),
          new Noun("task", TaskCommand.class),
          new Noun("pipeline", PipelineCommand.class),
          new Noun("emulator", EmulatorCommand.class, EMULATOR),
          new Noun("hub", HubCommand.class, HUB),
          new Noun("demo", DemoCommand.class, EMULATOR),
          new Noun("help", HelpCommand.class));

  private CommandTree() {}

  /**
   * The part of the tree that a command line can mean, ready to run in that host: a pipeline starts
   * many commands, and most of the time of a start would go into commands that it does not name.
   */
  static CommandLine of(Host host, String[] args) {
    List<String> words = List.of(args);
    List<Noun> named = there(noun -> words.contains(noun.name()));
    boolean all = named.isEmpty() || words.contains("help");
    return of(host, words, all ? there(noun -> true) : named);
  }

  private static List<Noun> there(Predicate<Noun> meant) {
    return COMMANDS.stream().filter(meant).filter(Noun::isThere).toList();
  }

  private static CommandLine of(Host host, List<String> words, List<Noun> commands) {
    GlobalOptions options = new GlobalOptions();
    Shell shell = new Shell(host, options);
    CommandLine tree = new CommandLine(new LifelineCommand(options), factory(shell));
    commands.forEach(noun -> tree.addSubcommand(noun.name(), noun.command()));
    if (tree.getSubcommands().containsKey("hub")) {
      tree.getSubcommands()
          .get("hub")
          .setDefaultValueProvider(new HubDefaults(words, host.environment()));
    }
    tree.setOut(writer(host.out()));
    tree.setErr(writer(host.err()));
    tree.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    tree.setUsageHelpAutoWidth(false);
    tree.setUsageHelpWidth(100);
    tree.setCaseInsensitiveEnumValuesAllowed(true);
    tree.setExecutionStrategy(
        parsed -> {
          try {
            shell.settings().requireKnownOutput();
          } catch (LifelineException e) {
            return failed(e, shell.console());
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    tree.setParameterExceptionHandler((e, args) -> misused(e, options, args, shell.console()));
    tree.setExecutionExceptionHandler((e, command, parsed) -> failed(e, shell.console()));
    HelpLayout.applyTo(tree);
    return tree;
  }

  /** The tree as documentation reads it; its commands cannot be run. */
  public static CommandLine forDocumentation() {
    return of(new DocumentationHost(), List.of(), COMMANDS);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** Commands are made with the shell that they work in. */
  private static IFactory factory(Shell shell) {
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        if (type.getName().startsWith("dev.lifeline.cli.")
            && type.getSimpleName().endsWith("Command")) {
          Constructor<K> constructor = type.getConstructor(Shell.class);
          return constructor.newInstance(shell);
        }
        return CommandLine.defaultFactory().create(type);
      }
    };
  }

  private static int misused(
      ParameterException e, GlobalOptions options, String[] args, Console console) {
    options.readOutputFrom(args);
    Problem problem = Misuse.of(e);
    console.problem(problem);
    return problem.code().kind().exitCode();
  }

  private static int failed(Exception e, Console console) {
    if (e instanceof LifelineException known) {
      console.problem(explained(known.problem()));
      return known.code().kind().exitCode();
    }
    console.fault(e);
    return Kind.INTERNAL.exitCode();
  }

  /** Commands that leave something behind, or going on, say so themselves. */
  private static Problem explained(Problem problem) {
    return problem.code() == ProblemCode.INTERRUPTED && problem.why() == null
        ? problem.why(
            "Nothing was changed, and nothing goes on in LCS. Run it again to start anew.")
        : problem;
  }
}
