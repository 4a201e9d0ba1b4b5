package dev.lifeline.core;

import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.credential.DeviceCodeEnrolment;
import dev.lifeline.core.credential.PasswordChange;
import dev.lifeline.core.credential.PasswordRotation;
import dev.lifeline.core.entra.DeviceCodeSignIn;
import dev.lifeline.core.entra.SignIn;
import dev.lifeline.core.graph.GraphClient;
import dev.lifeline.core.model.GraphEndpoint;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.problem.LifelineException;

/**
 * What people do to the secrets of stored connections. Each use case names the connection that it
 * is about. Thread-safe; closing ends its threads.
 */
public final class Credentials implements AutoCloseable {
  private final ConnectionFolder folder;
  private final Surroundings surroundings;
  private final Connectivity connectivity;

  /**
   * Sends nothing yet.
   *
   * @throws LifelineException when the CA certificate file cannot be used
   */
  public Credentials(ConnectionFolder folder, NetworkSettings network, Surroundings surroundings) {
    this.folder = folder;
    this.surroundings = surroundings;
    this.connectivity = Connectivity.of(network, surroundings);
  }

  /** Lets a person sign in by device code, in place of a password. */
  public DeviceCodeEnrolment enrolment() {
    return new DeviceCodeEnrolment(
        new DeviceCodeSignIn(connectivity.transport(), surroundings.time(), surroundings.ids()));
  }

  /** Gives connections a new secret, and ends changes of password that were cut off. */
  public PasswordRotation rotation() {
    return new PasswordRotation(folder, signIn(), enrolment(), surroundings.time());
  }

  /**
   * Changes passwords in Entra ID too.
   *
   * @param graph Microsoft Graph of the connection's cloud
   */
  public PasswordChange passwordChange(GraphEndpoint graph) {
    return new PasswordChange(
        folder,
        signIn(),
        rotation(),
        graph,
        tokens ->
            new GraphClient(
                graph,
                tokens,
                connectivity.transport(),
                connectivity.retries(),
                surroundings.ids()));
  }

  /** Ends its threads; what is under way fails. */
  @Override
  public void close() {
    connectivity.transport().close();
  }

  private SignIn signIn() {
    return new SignIn(connectivity.transport(), connectivity.retries(), surroundings.ids());
  }
}
