package dev.lifeline.cli.shell;

import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where somebody signs in: by the cloud's name, or by address. */
public final class AuthorityOptions {
  @Option(
      names = "--cloud",
      paramLabel = "CLOUD",
      description =
          "global, us-government or china; default: the one of the geography, else global.")
  private @Nullable String cloud;

  @Option(
      names = "--authentication-endpoint",
      paramLabel = "URL",
      description =
          "The Authentication Endpoint, in place of --cloud; ends in /organizations or a tenant.")
  private @Nullable String authenticationEndpoint;

  /**
   * The address that was named, as a text that is not checked yet; null when nobody named one.
   *
   * @throws LifelineException USAGE_WRONG when it was named twice; CONNECTION_INVALID for a cloud
   *     that does not exist
   */
  public @Nullable String named() {
    refuseBoth("--cloud", cloud, "--authentication-endpoint", authenticationEndpoint);
    if (cloud == null) {
      return authenticationEndpoint;
    }
    String id = cloud;
    return Cloud.withId(id)
        .orElseThrow(() -> unknown("cloud", id, clouds()))
        .authenticationEndpoint()
        .toString();
  }

  /** Refuses two options that say the same thing. */
  public static void refuseBoth(
      String byName, @Nullable String name, String byAddress, @Nullable String address) {
    if (name != null && address != null) {
      throw Problem.of(
              ProblemCode.USAGE_WRONG, byName + " and " + byAddress + " exclude each other")
          .why("Both say the same thing, one by name and one by address.")
          .fix("leave one of them out")
          .raise();
    }
  }

  /** The refusal of a name that does not exist, with those that do. */
  public static LifelineException unknown(String what, String name, String known) {
    return Problem.of(ProblemCode.CONNECTION_INVALID, "no " + what + " is called '" + name + "'")
        .fix("choose one of: " + known)
        .step(SetupStep.CONNECTION)
        .raise();
  }

  private static String clouds() {
    return Arrays.stream(Cloud.values()).map(Cloud::id).collect(Collectors.joining(", "));
  }
}
