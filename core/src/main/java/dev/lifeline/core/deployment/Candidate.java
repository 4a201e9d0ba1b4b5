package dev.lifeline.core.deployment;

import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ValidationStatus;
import org.jspecify.annotations.Nullable;

/**
 * A deployment before it is started.
 *
 * @param type the deployment type
 * @param environment where to
 * @param asset what
 * @param validation where LCS's validation of the asset stands
 */
record Candidate(
    DeploymentType type, Environment environment, Asset asset, ValidationStatus validation) {
  boolean isOnPremises() {
    return saysItIs(environment.kind().infrastructure(), "OnPremises"); // ASSUMED
  }

  boolean isProduction() {
    return saysItIs(environment.kind().type(), "Production");
  }

  boolean isBuild() {
    return saysItIs(environment.kind().type(), "Build"); // ASSUMED
  }

  /** Such as {@code the production environment 'contoso'}, for people. */
  String place() {
    String name = environment.name().isBlank() ? environment.id().value() : environment.name();
    return "environment '" + name + "'";
  }

  String packageTitle() {
    return "asset '" + asset.name() + "' (" + asset.id() + ")";
  }

  private static boolean saysItIs(@Nullable String word, String expected) {
    return word != null && word.replaceAll("[^A-Za-z]", "").equalsIgnoreCase(expected);
  }
}
