package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Console;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.Geography;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the account signs in and where LCS is: by name, or by address. */
final class EndpointOptions {
  @Option(
      names = "--cloud",
      paramLabel = "CLOUD",
      description = "global, us-government or china; default: the geography's.")
  private @Nullable String cloud;

  @Option(
      names = "--authentication-endpoint",
      paramLabel = "URL",
      description =
          "The Authentication Endpoint, in place of --cloud; ends in /organizations or a tenant.")
  private @Nullable String authenticationEndpoint;

  @Option(
      names = "--geography",
      paramLabel = "ID",
      description = "Where the project lives: us, eu, fr, no, sa, ch, uae, gcc, gcc-high or cn.")
  private @Nullable String geography;

  @Option(
      names = "--api-endpoint",
      paramLabel = "URL",
      description = "The LCS API Endpoint, in place of --geography.")
  private @Nullable String apiEndpoint;

  /**
   * The two addresses, as texts that the connection checks.
   *
   * @param authenticationEndpoint where the account signs in
   * @param apiEndpoint where LCS is, or null when nobody said
   */
  record Endpoints(String authenticationEndpoint, @Nullable String apiEndpoint) {}

  Endpoints choose(Console console) {
    refuseBoth("--cloud", cloud, "--authentication-endpoint", authenticationEndpoint);
    refuseBoth("--geography", geography, "--api-endpoint", apiEndpoint);
    String api = apiEndpoint;
    Optional<Geography> place = Optional.empty();
    if (api == null) {
      place = geography(console);
      api = place.map(known -> known.apiEndpoint().toString()).orElse(null);
    }
    Cloud usual = place.or(this::geographyOfAddress).map(Geography::cloud).orElse(Cloud.GLOBAL);
    return new Endpoints(authority(usual), api);
  }

  private String authority(Cloud usual) {
    if (authenticationEndpoint != null) {
      return authenticationEndpoint;
    }
    String id = cloud;
    Cloud chosen =
        id == null ? usual : Cloud.withId(id).orElseThrow(() -> unknown("cloud", id, clouds()));
    return chosen.authenticationEndpoint().toString();
  }

  private Optional<Geography> geography(Console console) {
    String id = geography;
    if (id == null && console.canAsk()) {
      id = console.ask("Geography of the project: " + geographies(), Geography.UNITED_STATES.id());
    }
    if (id == null) {
      return Optional.empty();
    }
    String wanted = id;
    return Optional.of(
        Geography.withId(wanted).orElseThrow(() -> unknown("geography", wanted, geographies())));
  }

  private Optional<Geography> geographyOfAddress() {
    try {
      return apiEndpoint == null
          ? Optional.empty()
          : Geography.withApiEndpoint(ApiEndpoint.of(apiEndpoint));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the connection says what is wrong with it
    }
  }

  private static void refuseBoth(
      String first, @Nullable String one, String second, @Nullable String other) {
    if (one != null && other != null) {
      throw Problem.of(ProblemCode.USAGE_WRONG, first + " and " + second + " exclude each other")
          .why("Both say the same thing, one by name and one by address.")
          .fix("leave one of them out")
          .raise();
    }
  }

  private static LifelineException unknown(String what, String id, String known) {
    return Problem.of(ProblemCode.CONNECTION_INVALID, "no " + what + " is called '" + id + "'")
        .fix("choose one of: " + known)
        .step(SetupStep.CONNECTION)
        .raise();
  }

  private static String geographies() {
    return Arrays.stream(Geography.values()).map(Geography::id).collect(Collectors.joining(", "));
  }

  private static String clouds() {
    return Arrays.stream(Cloud.values()).map(Cloud::id).collect(Collectors.joining(", "));
  }
}
