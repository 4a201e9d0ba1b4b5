package dev.lifeline.cli;

import dev.lifeline.cli.shell.Host;
import dev.lifeline.cli.shell.SystemHost;
import dev.lifeline.core.Lifeline;
import java.util.List;

/** The entry point of the {@code lifeline} command. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    if (!asksForVersion(args)) {
      SystemHost.meanwhile(Lifeline::prepare);
    }
    SystemHost.run(host -> run(args, host));
  }

  /**
   * Runs a command.
   *
   * @return the exit code (cli.md: exit codes)
   */
  public static int run(String[] args, Host host) {
    if (asksForVersion(args)) {
      host.out().println(Version.text()); // pipelines ask for it at each start: no command tree
      return 0;
    }
    return CommandTree.of(host, args).execute(args);
  }

  private static boolean asksForVersion(String[] args) {
    return args.length == 1 && List.of("--version", "-V").contains(args[0]);
  }
}
