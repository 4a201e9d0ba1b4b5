package dev.lifeline.hub.model;

import org.jspecify.annotations.Nullable;

/**
 * An operation in LCS, in LCS's words: all that is needed to follow it.
 *
 * @param kind {@code hq}, {@code refresh} and so on; {@code validation} for that of an asset
 * @param environment the environment's id; empty for a validation
 * @param part a scale unit's name or an e-Commerce environment's id, or null
 * @param activity its id; of a validation the asset's
 * @param deploymentId of an e-Commerce deployment, or null
 */
public record FollowedOperation(
    String kind,
    String environment,
    @Nullable String part,
    String activity,
    @Nullable String deploymentId) {
  /** The kind of the validation of an asset. */
  public static final String VALIDATION = "validation";
}
