package dev.lifeline.core.graph.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is assigned to an application (Graph: appRoleAssignment). */
public record AssignmentJson(@Nullable String principalId, @Nullable String principalType) {

  /** A page of them. */
  public record Page(@Nullable List<@Nullable AssignmentJson> value) {}
}
