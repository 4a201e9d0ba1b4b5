package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.ValidationStatus;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline asset wait}. */
@Command(
    name = "wait",
    description = {
      "Wait until LCS has validated an asset; fails when LCS finds it invalid.",
      "The validation goes on in LCS without it, and any machine can wait for it again."
    })
public final class AssetWaitCommand implements Runnable {
  @Mixin private AssetIdParameter parameter;

  @Mixin private ValidationWaitOptions waiting;

  private final Shell shell;

  public AssetWaitCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    AssetId id = parameter.id();
    Patience patience = waiting.patience();
    Instant begun = shell.host().time().instant();
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      ValidationStatus status =
          new Validating(shell, project, id).toTheEnd(lifeline.assetValidation(), patience);
      Duration waited = Duration.between(begun, shell.host().time().instant());
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("assetId", id.value());
      json.put("displayStatus", status.status());
      json.put("durationSeconds", Figures.seconds(waited));
      shell
          .console()
          .result(json, List.of("LCS has validated the asset " + id + ": " + status.status()));
    }
  }
}
