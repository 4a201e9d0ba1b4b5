package dev.lifeline.cli.shell;

import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.GraphEndpoint;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Microsoft Graph answers. */
public final class GraphOption {
  @Option(
      names = "--graph-endpoint",
      paramLabel = "URL",
      description = "Microsoft Graph; default: the one of the cloud that the sign-in belongs to.")
  private @Nullable String endpoint;

  /** Whether it was named. */
  public boolean isGiven() {
    return endpoint != null;
  }

  /**
   * The endpoint that goes with that authority.
   *
   * @throws dev.lifeline.core.problem.LifelineException VALUE_MALFORMED; CLOUD_MISMATCH when one of
   *     the two is on this machine and the other is not; USAGE_WRONG when it cannot be guessed
   */
  public GraphEndpoint beside(AuthenticationEndpoint authority) {
    if (endpoint == null) {
      return authority
          .cloud()
          .map(Cloud::graphEndpoint)
          .orElseThrow(
              () ->
                  Problem.of(ProblemCode.USAGE_WRONG, "it is not said where Microsoft Graph is")
                      .why("The sign-in at '" + authority + "' belongs to no cloud of Microsoft's.")
                      .fix("add --graph-endpoint URL; the emulator prints its own")
                      .raise());
    }
    GraphEndpoint graph = Values.read("Microsoft Graph endpoint", endpoint, GraphEndpoint::of);
    if (graph.isLoopback() != authority.isLoopback()) {
      throw Problem.of(
              ProblemCode.CLOUD_MISMATCH,
              "'" + authority + "' and '" + graph + "' do not belong together")
          .why("One of them is on this machine, the other is not. Nothing was sent.")
          .fix("name both: --authentication-endpoint URL and --graph-endpoint URL")
          .raise();
    }
    return graph;
  }
}
