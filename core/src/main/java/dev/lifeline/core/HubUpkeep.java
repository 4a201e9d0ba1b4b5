package dev.lifeline.core;

import dev.lifeline.core.hub.HubClient;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import java.io.OutputStream;

/** What administrators do to a hub that runs. Thread-safe; closing ends its threads. */
public final class HubUpkeep implements AutoCloseable {
  private final Connectivity connectivity;

  /**
   * Sends nothing yet.
   *
   * @throws LifelineException when the CA certificate file cannot be used
   */
  public HubUpkeep(NetworkSettings network, Surroundings surroundings) {
    this.connectivity = Connectivity.of(network, surroundings);
  }

  /**
   * Fetches a backup of everything that a hub has.
   *
   * @param token an administrator's personal access token of the hub
   * @param stream takes it; what it has taken when this fails is no backup
   * @throws LifelineException HUB_TOKEN_REFUSED, HUB_REFUSED; of kind GAVE_UP
   */
  public void backup(HubEndpoint hub, Secret token, OutputStream stream) {
    new HubClient(hub, token, connectivity.transport()).backup(stream);
  }

  /**
   * Lets a hub encrypt every password with a new key.
   *
   * @param token an administrator's personal access token of the hub
   * @return how many passwords there are
   * @throws LifelineException HUB_TOKEN_REFUSED, HUB_REFUSED; of kind GAVE_UP
   */
  public int rotateKey(HubEndpoint hub, Secret token) {
    return new HubClient(hub, token, connectivity.transport()).rotateKey();
  }

  /** Ends its threads; what is under way fails. */
  @Override
  public void close() {
    connectivity.transport().close();
  }
}
