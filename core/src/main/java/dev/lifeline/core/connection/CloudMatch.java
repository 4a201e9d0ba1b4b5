package dev.lifeline.core.connection;

import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.Geography;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an authority's tokens can be good for an LCS API endpoint. Loopback is a cloud of its
 * own; a host that no table knows may belong to any other.
 */
record CloudMatch(AuthenticationEndpoint authenticationEndpoint, ApiEndpoint apiEndpoint) {

  /** Throws CLOUD_MISMATCH when they cannot belong together. */
  void require() {
    if (!isPossible()) {
      throw mismatch();
    }
  }

  /**
   * The authentication endpoint to use when none is given; empty for an endpoint on loopback, whose
   * sign-in can be anywhere there.
   */
  static Optional<AuthenticationEndpoint> defaultFor(ApiEndpoint apiEndpoint) {
    if (apiEndpoint.isLoopback()) {
      return Optional.empty();
    }
    Cloud cloud = Geography.withApiEndpoint(apiEndpoint).map(Geography::cloud).orElse(Cloud.GLOBAL);
    return Optional.of(cloud.authenticationEndpoint());
  }

  private boolean isPossible() {
    if (authenticationEndpoint.isLoopback() || apiEndpoint.isLoopback()) {
      return authenticationEndpoint.isLoopback() && apiEndpoint.isLoopback();
    }
    Set<Cloud> possible = apiEndpoint.possibleClouds();
    return possible.isEmpty()
        || authenticationEndpoint.cloud().map(possible::contains).orElse(true);
  }

  private LifelineException mismatch() {
    Problem problem =
        Problem.of(
                ProblemCode.CLOUD_MISMATCH,
                "the authentication endpoint '%s' and the API endpoint '%s' belong to different clouds"
                    .formatted(authenticationEndpoint, apiEndpoint))
            .why(
                "The first is of %s, the second of %s, and no cloud accepts another one's tokens."
                    .formatted(authorityPlace(), apiPlace()));
    Optional<AuthenticationEndpoint> fitting = defaultFor(apiEndpoint);
    if (fitting.isPresent()) {
      problem = problem.fix("use the authentication endpoint " + fitting.get());
    }
    return problem
        .fix("use the API endpoint of the geography in which the project lives")
        .step(SetupStep.CONNECTION)
        .raise();
  }

  private String authorityPlace() {
    return authenticationEndpoint.isLoopback()
        ? "this machine"
        : authenticationEndpoint.cloud().map(CloudMatch::title).orElse("another host");
  }

  private String apiPlace() {
    if (apiEndpoint.isLoopback()) {
      return "this machine";
    }
    String clouds =
        apiEndpoint.possibleClouds().stream()
            .sorted()
            .map(CloudMatch::title)
            .collect(Collectors.joining(" or "));
    return clouds.isEmpty() ? "another host" : clouds;
  }

  private static String title(Cloud cloud) {
    return "the cloud '" + cloud.id() + "'";
  }
}
