package dev.lifeline.cli.asset;

import dev.lifeline.core.model.AssetType;
import picocli.CommandLine.Option;

/** Which type of asset; a deployable package unless another one is named. */
final class AssetTypeOption {
  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "software-deployable-package",
      description = "The asset type; default: software-deployable-package.")
  private String type = "";

  /**
   * The type that is meant.
   *
   * @throws dev.lifeline.core.problem.LifelineException ASSET_TYPE_UNKNOWN
   */
  AssetType type() {
    return AssetView.type(type);
  }
}
