package dev.lifeline.cli.database;

import dev.lifeline.cli.shell.Console;
import dev.lifeline.cli.shell.YesOption;
import dev.lifeline.core.database.DatabaseMovement;
import dev.lifeline.core.lookup.EnvironmentLookup;
import dev.lifeline.core.model.ProjectId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose database is copied, whose is overwritten, and that somebody agrees to it. */
final class RefreshOptions {
  @Option(
      names = "--source",
      paramLabel = "ID|NAME",
      required = true,
      description = "The environment whose database is copied.")
  private String source = "";

  @Option(
      names = "--target",
      paramLabel = "ID|NAME",
      required = true,
      description = "The sandbox whose database is overwritten.")
  private String target = "";

  @Mixin private YesOption yes;

  /** The refresh that is meant and agreed to; asks LCS, and a person. */
  DatabaseMovement.Refresh agreed(
      EnvironmentLookup environments, ProjectId project, Console console) {
    var refresh =
        new DatabaseMovement.Refresh(
            environments.environment(project, source), environments.environment(project, target));
    refresh.requireSense();
    String overwritten =
        "the database of '"
            + refresh.target().name()
            + "' ("
            + refresh.target().id()
            + ") with that of '"
            + refresh.source().name()
            + "'";
    yes.require(
        console,
        "Overwrite " + overwritten + "? What is in it now is lost.",
        "a refresh would overwrite " + overwritten + ", and nobody agreed to it");
    return refresh;
  }
}
