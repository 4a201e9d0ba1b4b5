package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.operation.Patience;
import picocli.CommandLine.Option;

/** How long and how often to look at an operation. */
final class WaitOptions {
  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "12h",
      description = "How long to wait, such as 90m or 12h; default: 12h. LCS goes on after it.")
  private String timeout = "";

  @Option(
      names = "--poll-interval",
      paramLabel = "DURATION",
      defaultValue = "5m",
      description = "How often to look; default: 5m.")
  private String pollInterval = "";

  Patience patience() {
    return new Patience(
        Values.duration("poll interval", pollInterval), Values.duration("time-out", timeout));
  }
}
