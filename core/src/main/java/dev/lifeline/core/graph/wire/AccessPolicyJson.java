package dev.lifeline.core.graph.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Conditional Access policy, as far as Lifeline looks at it (Graph: conditionalAccessPolicy). */
public record AccessPolicyJson(
    @Nullable String displayName,
    @Nullable String state,
    @Nullable ConditionsJson conditions,
    @Nullable ControlsJson grantControls) {

  /** When it applies. What is read as an object only has to be there or not. */
  public record ConditionsJson(
      @Nullable UsersJson users,
      @Nullable ApplicationsJson applications,
      @Nullable List<@Nullable String> clientAppTypes,
      @Nullable Object platforms,
      @Nullable Object locations,
      @Nullable Object devices,
      @Nullable List<@Nullable String> userRiskLevels,
      @Nullable List<@Nullable String> signInRiskLevels) {}

  /** Whom it means. */
  public record UsersJson(
      @Nullable List<@Nullable String> includeUsers,
      @Nullable List<@Nullable String> excludeUsers,
      @Nullable List<@Nullable String> excludeGroups,
      @Nullable List<@Nullable String> excludeRoles) {}

  /** For which applications. */
  public record ApplicationsJson(
      @Nullable List<@Nullable String> includeApplications,
      @Nullable List<@Nullable String> excludeApplications) {}

  /** What it demands. */
  public record ControlsJson(@Nullable List<@Nullable String> builtInControls) {}

  /** A page of them. */
  public record Page(@Nullable List<@Nullable AccessPolicyJson> value) {}
}
