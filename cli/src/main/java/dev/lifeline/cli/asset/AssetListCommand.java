package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Table;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.asset.AssetSearch;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Asset;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline asset list}. */
@Command(name = "list", description = "List the assets of one type, the newest first.")
public final class AssetListCommand implements Runnable {
  @Mixin private AssetTypeOption type;

  @Mixin private SearchOptions search;

  private final Shell shell;

  public AssetListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    AssetSearch.Query query = search.query(type.type());
    UsableConnection connection = shell.connection();
    try (Lifeline lifeline = shell.lifeline(connection)) {
      List<Asset> assets = lifeline.assetSearch().find(shell.project(connection), query);
      Table table = new Table("NAME", "SIZE", "MODIFIED (UTC)", "ASSET ID");
      assets.forEach(
          asset ->
              table.row(
                  asset.name(),
                  AssetView.size(asset),
                  AssetView.modified(asset),
                  asset.id().value()));
      shell
          .console()
          .result(
              assets.stream().map(AssetView::json).toList(),
              assets.isEmpty() ? List.of("no asset of that type and name") : table.lines());
    }
  }
}
