package dev.lifeline.core;

import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.HubPlace;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.hub.HubClient;
import dev.lifeline.core.hub.HubConnection;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The service connections that a hub has for the owner of an access token. Thread-safe; closing
 * ends its threads.
 */
public final class HubConnections implements AutoCloseable {
  private final Connectivity connectivity;

  /**
   * Sends nothing yet.
   *
   * @throws LifelineException when the CA certificate file cannot be used
   */
  public HubConnections(NetworkSettings network, Surroundings surroundings) {
    this.connectivity = Connectivity.of(network, surroundings);
  }

  /**
   * A connection of a hub. Its password stays there; tokens come from the hub.
   *
   * @param token a personal access token of the hub
   * @param nameOrId its name, without regard to case, or its id; null for the only one
   * @param folder where it leaves what later runs have to know
   * @throws LifelineException CONNECTION_NOT_FOUND, CONNECTION_MISSING, CONNECTION_AMBIGUOUS;
   *     HUB_TOKEN_REFUSED; of kind GAVE_UP
   */
  public UsableConnection open(
      HubEndpoint hub, Secret token, @Nullable String nameOrId, ConnectionFolder folder) {
    List<HubConnection> all = new HubClient(hub, token, connectivity.transport()).connections();
    List<HubConnection> meant =
        all.stream()
            .filter(
                each ->
                    nameOrId == null
                        || each.name().equalsIgnoreCase(nameOrId)
                        || each.id().equalsIgnoreCase(nameOrId))
            .toList();
    if (meant.size() != 1) {
      throw notOne(hub, nameOrId, meant.isEmpty() ? all : meant, meant.isEmpty());
    }
    HubConnection one = meant.get(0);
    return new UsableConnection(
        connection(one),
        new Credential.HubAccess(hub, one.id(), token),
        null,
        folder.memoryOf(new HubPlace(hub, one.id())));
  }

  /** Ends its threads; what is under way fails. */
  @Override
  public void close() {
    connectivity.transport().close();
  }

  private static ServiceConnection connection(HubConnection one) {
    return ConnectionFields.empty()
        .with(ConnectionField.NAME, ServiceConnection.nameLike(one.name()))
        .with(ConnectionField.AUTHENTICATION_ENDPOINT, one.authenticationEndpoint())
        .with(ConnectionField.API_ENDPOINT, one.apiEndpoint())
        .with(ConnectionField.USERNAME, one.username())
        .with(ConnectionField.CLIENT_ID, one.clientId())
        .toConnection();
  }

  private static LifelineException notOne(
      HubEndpoint hub, @Nullable String named, List<HubConnection> there, boolean none) {
    if (there.isEmpty()) {
      return Problem.of(
              ProblemCode.CONNECTION_MISSING,
              "the hub '" + hub + "' has no service connection for you")
          .why("The access token's owner has the role User on none.")
          .fix("ask an administrator of a connection for the role User")
          .raise();
    }
    String names =
        there.stream()
            .map(each -> "'" + each.name() + "' (" + each.id() + ")")
            .collect(Collectors.joining(", "));
    return none
        ? Problem.of(
                ProblemCode.CONNECTION_NOT_FOUND,
                "the hub '" + hub + "' has no service connection '" + named + "' for you")
            .why("It has " + names + ".")
            .fix("name one of them with --connection NAME")
            .raise()
        : Problem.of(
                ProblemCode.CONNECTION_AMBIGUOUS,
                "the hub '"
                    + hub
                    + "' has "
                    + there.size()
                    + " service connections that can be meant")
            .why("The choice is between " + names + ".")
            .fix("name one with --connection NAME, or by its id")
            .raise();
  }
}
