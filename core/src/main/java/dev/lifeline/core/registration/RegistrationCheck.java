package dev.lifeline.core.registration;

import dev.lifeline.core.graph.Application;
import dev.lifeline.core.graph.GraphClient;
import dev.lifeline.core.graph.ServicePrincipal;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a registration, and the account that signs in through it, against the setup guide. Reads
 * only. What whoever signed in may not read is not known, and never counts as a failure; the only
 * certain test is a sign-in. Thread-safe.
 */
public final class RegistrationCheck {
  /** What somebody signs in with to check (Graph: permissions of the calls). */
  public static final List<String> PERMISSIONS =
      List.of("Application.Read.All", "Directory.Read.All", "Policy.Read.All");

  private final GraphClient graph;
  private final Portal portal;

  /**
   * @param graph as somebody of the tenant
   * @param authority where accounts sign in; says which portal is meant
   */
  public RegistrationCheck(GraphClient graph, AuthenticationEndpoint authority) {
    this.graph = graph;
    this.portal = Portal.of(authority);
  }

  /**
   * Checks everything that can be checked.
   *
   * @param username the account that is to sign in, or null to check the registration alone
   * @throws LifelineException REGISTRATION_NOT_FOUND; ADMINISTRATOR_NEEDED when nothing of it may
   *     be read; else as {@link GraphClient}
   */
  public RegistrationReport check(ClientId clientId, @Nullable String username) {
    Look<Application> application = Look.at(() -> graph.application(clientId));
    Look<ServicePrincipal> principal = Look.at(() -> graph.servicePrincipal(clientId));
    requireSomething(clientId, application, principal);
    Look<ServicePrincipal> lcs = Look.at(() -> graph.servicePrincipal(Apis.LCS));
    String name = name(application.value(), principal.value());
    Looked looked = new Looked(application, principal, lcs, portal, name == null ? "" : name);
    AccountCheck account = AccountCheck.of(graph, username, portal);
    ApplicationCheck own = new ApplicationCheck(looked);
    AccessCheck access = new AccessCheck(graph, looked, account);
    return new RegistrationReport(
        clientId,
        name,
        List.of(
            own.registration(),
            own.redirectUri(),
            own.permission(),
            access.consent(),
            own.publicClientFlows(),
            access.assignment(),
            account.account(),
            account.domain(),
            account.secondFactor()));
  }

  /**
   * What the registration's own lines are made of.
   *
   * @param application the registration
   * @param principal what stands for it in the tenant
   * @param lcs what stands for LCS in the tenant
   * @param portal where things are mended
   * @param name the display name; empty when it is not known
   */
  record Looked(
      Look<Application> application,
      Look<ServicePrincipal> principal,
      Look<ServicePrincipal> lcs,
      Portal portal,
      String name) {}

  private static void requireSomething(
      ClientId clientId, Look<Application> application, Look<ServicePrincipal> principal) {
    if (application.value() != null || principal.value() != null) {
      return;
    }
    if (application.allowed()) {
      throw RegistrationFaults.notFound(clientId).raise();
    }
    throw Problem.of(
            ProblemCode.ADMINISTRATOR_NEEDED,
            "the account that signed in may not look at the registration " + clientId)
        .why("In this tenant only administrators and the registration's owners may.")
        .fix("sign in as an owner of the registration, or with a role such as Directory Readers")
        .fix("to compare by hand in the portal, print the setup guide: lifeline app guide")
        .raise();
  }

  private static @Nullable String name(
      @Nullable Application application, @Nullable ServicePrincipal principal) {
    return Optional.ofNullable(application)
        .map(Application::displayName)
        .or(() -> Optional.ofNullable(principal).map(ServicePrincipal::displayName))
        .filter(name -> !name.isBlank())
        .orElse(null);
  }
}
