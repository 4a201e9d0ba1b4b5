package dev.lifeline.cli;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lifeline help}. */
@Command(name = "help", description = "Show the help of a command.")
public final class HelpCommand implements Runnable {
  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "The command, such as: asset upload.")
  private List<String> path = new ArrayList<>();

  @Spec private CommandSpec spec;

  private final Shell shell;

  public HelpCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    CommandLine command = spec.root().commandLine();
    for (String name : path) {
      command = command.getSubcommands().get(name);
      if (command == null) {
        throw Problem.of(
                ProblemCode.USAGE_WRONG, "no command is called '" + String.join(" ", path) + "'")
            .fix("see: lifeline --help")
            .raise();
      }
    }
    command.usage(shell.host().out());
  }
}
