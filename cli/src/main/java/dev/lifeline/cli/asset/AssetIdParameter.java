package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.model.AssetId;
import picocli.CommandLine.Parameters;

/** Which asset is meant. */
final class AssetIdParameter {
  @Parameters(paramLabel = "ID", description = "The asset's id.")
  private String id;

  AssetId id() {
    return Values.read("asset id", id, AssetId::new);
  }
}
