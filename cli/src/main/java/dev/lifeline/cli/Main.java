package dev.lifeline.cli;

import dev.lifeline.cli.shell.Host;
import dev.lifeline.cli.shell.SystemHost;

/** The entry point of the {@code lifeline} command. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    SystemHost.run(host -> run(args, host));
  }

  /**
   * Runs a command.
   *
   * @return the exit code (cli.md: exit codes)
   */
  public static int run(String[] args, Host host) {
    return CommandTree.of(host).execute(args);
  }
}
