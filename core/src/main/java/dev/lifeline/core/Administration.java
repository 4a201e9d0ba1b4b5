package dev.lifeline.core;

import dev.lifeline.core.entra.AccessToken;
import dev.lifeline.core.entra.DeviceCodeSignIn;
import dev.lifeline.core.entra.Scope;
import dev.lifeline.core.entra.TokenClaims;
import dev.lifeline.core.graph.GraphClient;
import dev.lifeline.core.graph.OneToken;
import dev.lifeline.core.model.DeviceCode;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.registration.Registration;
import dev.lifeline.core.registration.RegistrationCheck;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator of the tenant does for a service connection, or somebody who may look.
 * Signs in by device code when a use case is asked for, with just the permissions that it needs,
 * and keeps nothing of the sign-in. Thread-safe; closing ends its threads.
 */
public final class Administration implements AutoCloseable {
  private final AdministrationSettings settings;
  private final Surroundings surroundings;
  private final Connectivity connectivity;

  /**
   * Sends nothing yet.
   *
   * @throws LifelineException when the CA certificate file cannot be used
   */
  public Administration(
      AdministrationSettings settings, NetworkSettings network, Surroundings surroundings) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.connectivity = Connectivity.of(network, surroundings);
  }

  /**
   * Signs an administrator in to register applications.
   *
   * @param show shows the code to the person, before Lifeline waits
   * @throws LifelineException DEVICE_CODE_DECLINED, DEVICE_CODE_EXPIRED, another code of kind
   *     SIGN_IN when Entra ID refuses, of kind GAVE_UP when it cannot be reached, INTERRUPTED
   */
  public Registration registration(Consumer<DeviceCode> show) {
    AccessToken token = signIn(Registration.PERMISSIONS, show);
    @Nullable String tenantId = TokenClaims.of(token).map(TokenClaims::tenantId).orElse(null);
    return new Registration(graph(token), settings.authority(), tenantId);
  }

  /**
   * Signs somebody in to look at registrations.
   *
   * @param show shows the code to the person, before Lifeline waits
   * @throws LifelineException as {@link #registration}
   */
  public RegistrationCheck registrationCheck(Consumer<DeviceCode> show) {
    return new RegistrationCheck(
        graph(signIn(RegistrationCheck.PERMISSIONS, show)), settings.authority());
  }

  /** Ends its threads; what is under way fails. */
  @Override
  public void close() {
    connectivity.transport().close();
  }

  private AccessToken signIn(List<String> permissions, Consumer<DeviceCode> show) {
    DeviceCodeSignIn signIn =
        new DeviceCodeSignIn(connectivity.transport(), surroundings.time(), surroundings.ids());
    Scope scope = Scope.graph(settings.graph(), permissions.toArray(String[]::new));
    try {
      DeviceCodeSignIn.Begun begun =
          signIn.begin(settings.authority(), settings.bootstrap(), scope);
      show.accept(begun.code());
      return signIn.await(begun).token();
    } catch (LifelineException e) {
      throw e.code().kind() == Kind.SIGN_IN ? refused(e.problem()).raise(e) : e;
    }
  }

  /** The catalogue's fixes are for the pipeline's account; these are for the administrator. */
  private Problem refused(Problem refusal) {
    String own = "name an application of your own with --bootstrap-client-id ID";
    boolean bootstrap =
        settings.bootstrap().equals(AdministrationSettings.GRAPH_COMMAND_LINE_TOOLS);
    return (bootstrap
            ? refusal.fix("if the tenant blocks Microsoft Graph Command Line Tools, " + own)
            : refusal)
        .fix("to do it by hand in the portal, print the setup guide: lifeline app guide");
  }

  private GraphClient graph(AccessToken token) {
    return new GraphClient(
        settings.graph(),
        new OneToken(token),
        connectivity.transport(),
        connectivity.retries(),
        surroundings.ids());
  }
}
