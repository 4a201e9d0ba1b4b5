package dev.lifeline.cli.shell;

import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.operation.UnknownState;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long and how often to look at an operation. */
public final class WaitOptions {
  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "12h",
      description = "How long to wait, such as 90m or 12h; default: 12h. LCS goes on after it.")
  private String timeout = "";

  @Option(
      names = "--poll-interval",
      paramLabel = "DURATION",
      description = "How often to look; default: 1m to 5m, as it suits the kind of operation.")
  private @Nullable String pollInterval;

  @Option(
      names = "--on-unknown-state",
      paramLabel = "wait|fail",
      defaultValue = "wait",
      description = {
        "What a state means that Lifeline does not know: wait (the default) goes on,",
        "fail ends when it was seen three times in a row."
      })
  private String onUnknownState = "";

  /**
   * What was said, and the default of that kind of operation for the rest.
   *
   * @throws dev.lifeline.core.problem.LifelineException VALUE_MALFORMED, USAGE_WRONG
   */
  public Patience patience(OperationKind kind) {
    return Patience.of(
            pollInterval == null ? kind.interval() : Values.duration("poll interval", pollInterval),
            Values.duration("time-out", timeout))
        .with(unknownState());
  }

  private UnknownState unknownState() {
    return Arrays.stream(UnknownState.values())
        .filter(state -> state.name().equalsIgnoreCase(onUnknownState))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemCode.USAGE_WRONG,
                        "'" + onUnknownState + "' says not what an unknown state means")
                    .fix(
                        "use --on-unknown-state "
                            + UnknownState.WAIT.name().toLowerCase(Locale.ROOT)
                            + " or "
                            + UnknownState.FAIL.name().toLowerCase(Locale.ROOT))
                    .raise());
  }
}
