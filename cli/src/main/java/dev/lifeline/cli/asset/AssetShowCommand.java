package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.ValidationStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline asset show}. */
@Command(name = "show", description = "Show an asset and where its validation stands.")
public final class AssetShowCommand implements Runnable {
  @Mixin private AssetIdParameter parameter;

  private final Shell shell;

  public AssetShowCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    AssetId assetId = parameter.id();
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Asset asset = lifeline.assetSearch().get(project, assetId);
      ValidationStatus validation = lifeline.assetValidation().status(project, assetId);
      Map<String, @Nullable Object> json = AssetView.json(asset);
      json.put("displayStatus", validation.status());
      shell
          .console()
          .result(
              json,
              List.of(
                  "Name         " + asset.name(),
                  "Asset id     " + asset.id(),
                  "Type         " + AssetView.type(asset),
                  "File name    " + asset.fileName(),
                  ("Description  " + (asset.description() == null ? "" : asset.description()))
                      .strip(),
                  "Size         " + AssetView.size(asset),
                  "Modified     " + AssetView.modified(asset),
                  "Validation   " + validation.status()));
    }
  }
}
