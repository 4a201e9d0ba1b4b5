package dev.lifeline.cli;

import dev.lifeline.cli.shell.Console;
import dev.lifeline.cli.shell.GlobalOptions;
import dev.lifeline.cli.shell.Host;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;

/** The tree of all commands, and the one place where a failure becomes an exit code. */
public final class CommandTree {
  private CommandTree() {}

  /** The tree, ready to run in that host. */
  public static CommandLine of(Host host) {
    GlobalOptions options = new GlobalOptions();
    Shell shell = new Shell(host, options);
    CommandLine tree = new CommandLine(new LifelineCommand(options), factory(shell));
    tree.setOut(writer(host.out()));
    tree.setErr(writer(host.err()));
    tree.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    tree.setUsageHelpAutoWidth(false);
    tree.setUsageHelpWidth(100);
    tree.setCaseInsensitiveEnumValuesAllowed(true);
    tree.setParameterExceptionHandler((e, args) -> misused(e, options, args, shell.console()));
    tree.setExecutionExceptionHandler((e, command, parsed) -> failed(e, shell.console()));
    HelpLayout.applyTo(tree);
    return tree;
  }

  /** The tree as documentation reads it; its commands cannot be run. */
  public static CommandLine forDocumentation() {
    return of(new DocumentationHost());
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
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    Problem problem =
        e.getCause() instanceof LifelineException known
            ? known.problem()
            : Problem.of(ProblemCode.USAGE_WRONG, words(e)).fix("see: " + command + " --help");
    console.problem(problem);
    return problem.code().kind().exitCode();
  }

  private static String words(ParameterException e) {
    String message = String.valueOf(e.getMessage()).replaceAll("\\R+", " ").strip();
    String first = message.isEmpty() ? "wrong usage" : message;
    return Character.toLowerCase(first.charAt(0)) + first.substring(1).replaceFirst("\\.$", "");
  }

  private static int failed(Exception e, Console console) {
    if (e instanceof LifelineException known) {
      console.problem(known.problem());
      return known.code().kind().exitCode();
    }
    console.fault(e);
    return Kind.INTERNAL.exitCode();
  }
}
