package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.operation.Patience;
import picocli.CommandLine.Option;

/** How long and how often to look at a validation. */
final class ValidationWaitOptions {
  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "1h",
      description = "How long to wait for the validation, such as 90s or 1h; default: 1h.")
  private String timeout = "";

  @Option(
      names = "--poll-interval",
      paramLabel = "DURATION",
      defaultValue = "1m",
      description = "How often to look at the validation; default: 1m.")
  private String pollInterval = "";

  Patience patience() {
    return Patience.validation(
        Values.duration("poll interval", pollInterval), Values.duration("time-out", timeout));
  }
}
