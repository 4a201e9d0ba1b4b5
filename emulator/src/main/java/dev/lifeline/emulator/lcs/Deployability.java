package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.EnvironmentType;
import dev.lifeline.emulator.world.Infrastructure;
import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.emulator.world.Validation;
import dev.lifeline.emulator.world.World;

/** What LCS has against applying a package to an environment (DOC, the words ASSUMED). */
final class Deployability {

  private final World world;

  Deployability(World world) {
    this.world = world;
  }

  /**
   * Passes when nothing stands in the way.
   *
   * @throws RefusedException if something does
   */
  void check(OperationKind kind, Environment environment, Asset asset) throws RefusedException {
    checkAsset(kind, asset);
    checkEnvironment(kind, environment);
    if (asset.validation(world.clock().age()) != Validation.DONE) {
      throw RefusedException.inEnvelope("Asset " + asset.id() + " has not been validated.");
    }
  }

  private static void checkAsset(OperationKind kind, Asset asset) throws RefusedException {
    AssetType wanted =
        switch (kind) {
          case SCALE_UNIT_UPDATE -> AssetType.COMMERCE_CLOUD_SCALE_UNIT_EXTENSION;
          case E_COMMERCE_UPDATE -> AssetType.E_COMMERCE_PACKAGE;
          case UPDATE,
              ON_PREMISES_PREPARATION,
              ON_PREMISES_DEPLOYMENT,
              DATABASE_REFRESH,
              DATABASE_EXPORT,
              START,
              STOP,
              ADD_IN ->
              AssetType.SOFTWARE_DEPLOYABLE_PACKAGE;
        };
    if (!wanted.isOf(asset)) {
      throw RefusedException.inEnvelope("Asset " + asset.id() + " is not " + wanted.words() + ".");
    }
  }

  private void checkEnvironment(OperationKind kind, Environment environment)
      throws RefusedException {
    if (kind == OperationKind.UPDATE && environment.type() == EnvironmentType.PRODUCTION) {
      throw RefusedException.inEnvelope(
          "Software deployable packages cannot be applied to a production environment through the API.");
    }
    if (environment.type() == EnvironmentType.BUILD) {
      throw RefusedException.inEnvelope(
          "Packages cannot be applied to a build environment through the API.");
    }
    boolean commerce =
        kind == OperationKind.SCALE_UNIT_UPDATE || kind == OperationKind.E_COMMERCE_UPDATE;
    if (commerce && environment.infrastructure() == Infrastructure.ON_PREMISES) {
      throw RefusedException.inEnvelope(
          "Commerce packages cannot be applied to an on-premises environment.");
    }
    if (world.isStopped(environment) && world.running(environment).isEmpty()) {
      throw RefusedException.inEnvelope("Environment " + environment.name() + " is stopped.");
    }
  }
}
