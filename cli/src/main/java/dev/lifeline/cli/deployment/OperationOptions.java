package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.model.ActivityId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which operation is meant. */
final class OperationOptions {
  @Parameters(
      paramLabel = "ACTIVITY_ID",
      description = "The activity id that the start of the operation printed.")
  private String activity;

  @Mixin private TargetOptions target;

  ActivityId activity() {
    return Values.read("activity id", activity, ActivityId::new);
  }

  String environment() {
    return target.environment();
  }
}
