package dev.lifeline.core.registration;

import dev.lifeline.core.graph.GraphClient;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.problem.LifelineException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Registers the application that a service connection signs in through, or repairs one that lacks
 * something. Nothing that is there is taken away, and what is right already is left alone, so that
 * a second run changes nothing, and one after a failure goes on where that stopped. Thread-safe.
 */
public final class Registration {
  /** What an administrator signs in with to register (Graph: permissions of the calls). */
  public static final List<String> PERMISSIONS =
      List.of(
          "Application.ReadWrite.All",
          "DelegatedPermissionGrant.ReadWrite.All",
          "User.ReadBasic.All");

  private final GraphClient graph;
  private final AuthenticationEndpoint authority;
  private final @Nullable String tenantId;

  /**
   * @param graph as an administrator
   * @param authority where accounts sign in
   * @param tenantId the administrator's tenant, or null when it is not known
   */
  public Registration(
      GraphClient graph, AuthenticationEndpoint authority, @Nullable String tenantId) {
    this.graph = graph;
    this.authority = authority;
    this.tenantId = tenantId;
  }

  /**
   * Makes the registration whole.
   *
   * @param progress hears each step as it is done
   * @throws LifelineException REGISTRATION_AMBIGUOUS when several have the name,
   *     REGISTRATION_NOT_FOUND when none has the client id, ACCOUNT_UNKNOWN when the account to
   *     consent for does not exist, each before anything is changed; else as {@link GraphClient}.
   *     The problem says which steps were done.
   */
  public RegistrationResult register(RegistrationOrder order, Consumer<RegistrationStep> progress) {
    return new RegistrationRun(graph, order, progress).run(authority, tenantId);
  }
}
