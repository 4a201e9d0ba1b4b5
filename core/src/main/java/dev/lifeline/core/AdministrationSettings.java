package dev.lifeline.core;

import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.GraphEndpoint;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Where an administrator signs in, and through which application.
 *
 * @param authority an authority of Entra ID; on loopback exactly when Graph is
 * @param graph Microsoft Graph of the same cloud
 * @param bootstrap a public client that may ask for permissions of Microsoft Graph
 */
public record AdministrationSettings(
    AuthenticationEndpoint authority, GraphEndpoint graph, ClientId bootstrap) {
  /** Microsoft Graph Command Line Tools, which every tenant knows and some block. */
  public static final ClientId GRAPH_COMMAND_LINE_TOOLS =
      new ClientId("14d82eec-204b-4c2f-b7e8-296a70dab67e");

  /**
   * Checks that the endpoints belong together.
   *
   * @throws LifelineException USAGE_WRONG for an authority that is not Entra ID; CLOUD_MISMATCH
   */
  public AdministrationSettings {
    if (authority.isTokenEndpoint()) {
      throw Problem.of(
              ProblemCode.USAGE_WRONG, "'" + authority + "' is a token endpoint, not Entra ID")
          .why("Registrations live in Entra ID, where an administrator signs in by device code.")
          .fix("name an authority such as " + Cloud.GLOBAL.authenticationEndpoint())
          .raise();
    }
    if (!graph.isOfOneCloudWith(authority)) {
      throw Problem.of(
              ProblemCode.CLOUD_MISMATCH,
              "'" + authority + "' and '" + graph + "' do not belong to one cloud")
          .why("A token of one cloud is refused in another, and is not sent there.")
          .fix("take the authentication endpoint and Microsoft Graph from the same cloud")
          .raise();
    }
  }

  /**
   * The settings, what is not given filled in.
   *
   * @param graph null for Microsoft Graph of the authority's cloud
   * @param bootstrap null for {@link #GRAPH_COMMAND_LINE_TOOLS}
   * @throws LifelineException USAGE_WRONG when the cloud is not known and Graph not given; as the
   *     constructor
   */
  public static AdministrationSettings of(
      AuthenticationEndpoint authority,
      @Nullable GraphEndpoint graph,
      @Nullable ClientId bootstrap) {
    GraphEndpoint endpoint =
        graph != null
            ? graph
            : authority
                .cloud()
                .map(Cloud::graphEndpoint)
                .orElseThrow(() -> unknownCloud(authority).raise());
    return new AdministrationSettings(
        authority, endpoint, bootstrap == null ? GRAPH_COMMAND_LINE_TOOLS : bootstrap);
  }

  private static Problem unknownCloud(AuthenticationEndpoint authority) {
    return Problem.of(
            ProblemCode.USAGE_WRONG,
            "where Microsoft Graph is cannot be told from '" + authority + "'")
        .why("The authority belongs to none of Microsoft's clouds; an emulator's is on loopback.")
        .fix("name Microsoft Graph with --graph-endpoint URL");
  }
}
