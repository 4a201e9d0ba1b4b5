package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.YesOption;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline asset delete}. */
@Command(
    name = "delete",
    description = {
      "Delete an asset from the project's asset library.",
      "Nothing brings it back. On a terminal it asks first; elsewhere it needs --yes."
    })
public final class AssetDeleteCommand implements Runnable {
  @Mixin private AssetIdParameter parameter;

  @Mixin private YesOption yes;

  private final Shell shell;

  public AssetDeleteCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    AssetId id = parameter.id();
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      Asset asset = lifeline.assetSearch().get(project, id);
      yes.require(
          shell.console(),
          "Delete the asset " + AssetView.described(asset) + " from project " + project + "?",
          "the asset " + AssetView.described(asset) + " was not deleted");
      delete(lifeline, project, asset);
      Map<String, @Nullable Object> json = AssetView.json(asset);
      json.put("deleted", true);
      shell.console().result(json, List.of("deleted the asset " + AssetView.described(asset)));
    }
  }

  private void delete(Lifeline lifeline, ProjectId project, Asset asset) {
    try {
      lifeline.assetDeletion().run(project, asset.id());
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.INTERRUPTED && e.code() != ProblemCode.ANSWER_LOST) {
        throw e;
      }
      throw Problem.of(e.code(), "nobody knows whether the asset " + asset.id() + " was deleted")
          .why("The request was sent, and its answer did not come.")
          .fix(
              "see whether it is still there: lifeline asset show "
                  + asset.id()
                  + " "
                  + shell.sameAgain(project))
          .detail("assetId", asset.id().value())
          .raise(e);
    }
  }
}
