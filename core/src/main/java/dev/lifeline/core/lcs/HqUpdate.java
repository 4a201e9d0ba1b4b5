package dev.lifeline.core.lcs;

import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.EnvironmentId;

/**
 * A finance and operations package to be applied.
 *
 * @param environment where
 * @param asset the software deployable package
 * @param updateName how the operation is called in the environment's history; not blank
 */
public record HqUpdate(EnvironmentId environment, AssetId asset, String updateName) {
  public HqUpdate {
    if (updateName.isBlank()) {
      throw new IllegalArgumentException("an update has a name");
    }
  }
}
