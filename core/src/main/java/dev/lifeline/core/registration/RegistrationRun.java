package dev.lifeline.core.registration;

import static dev.lifeline.core.registration.RegistrationStep.Part.APPLICATION;
import static dev.lifeline.core.registration.RegistrationStep.Part.LIFECYCLE_SERVICES;
import static dev.lifeline.core.registration.RegistrationStep.Part.SERVICE_PRINCIPAL;

import dev.lifeline.core.graph.Application;
import dev.lifeline.core.graph.ApplicationSettings;
import dev.lifeline.core.graph.GraphClient;
import dev.lifeline.core.graph.ServicePrincipal;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One registration, step by step. Not thread-safe. */
final class RegistrationRun {
  /** Needed for consent in a browser only; no sign-in of ours goes there. */
  private static final String REDIRECT_URI = "http://localhost";

  private final GraphClient graph;
  private final RegistrationOrder order;
  private final Consumer<RegistrationStep> progress;
  private final List<RegistrationStep> done = new ArrayList<>();
  private @Nullable Application known;

  RegistrationRun(GraphClient graph, RegistrationOrder order, Consumer<RegistrationStep> progress) {
    this.graph = graph;
    this.order = order;
    this.progress = progress;
  }

  RegistrationResult run(AuthenticationEndpoint authority, @Nullable String tenantId) {
    try {
      return register(authority, tenantId);
    } catch (LifelineException e) {
      throw RegistrationFaults.halfWay(e, done, known);
    }
  }

  /** What can be wrong with the order is found out before anything is changed. */
  private RegistrationResult register(AuthenticationEndpoint authority, @Nullable String tenantId) {
    Optional<String> userId = consentingUser();
    known = find().orElse(null);
    List<WantedPermission> wanted = wanted();
    Application application = application(wanted);
    known = application;
    ServicePrincipal own = principal(application);
    ConsentStep.Given given =
        new ConsentStep(graph, own, order.consent()).give(wanted, userId.orElse(null));
    tell(given.step());
    @Nullable URI url =
        given.open() ? AdminConsent.url(authority, tenantId, application.clientId()) : null;
    return new RegistrationResult(
        application.clientId(), application.displayName(), tenantId, done, url);
  }

  private Optional<String> consentingUser() {
    String username = order.consent().username();
    if (username == null) {
      return Optional.empty();
    }
    return Optional.of(
        graph
            .user(username)
            .orElseThrow(() -> RegistrationFaults.unknownUser(username).raise())
            .id());
  }

  private Optional<Application> find() {
    ClientId clientId = order.clientId();
    if (clientId != null) {
      return Optional.of(
          graph
              .application(clientId)
              .orElseThrow(() -> RegistrationFaults.notFound(clientId).raise()));
    }
    List<Application> named = graph.applicationsNamed(order.name());
    if (named.size() > 1) {
      throw RegistrationFaults.ambiguous(order.name(), named).raise();
    }
    return named.stream().findFirst();
  }

  private List<WantedPermission> wanted() {
    List<WantedPermission> wanted = new ArrayList<>();
    wanted.add(WantedPermission.of(Apis.LCS, lifecycleServices(), Apis.LCS_PERMISSION));
    if (order.passwordChange()) {
      ServicePrincipal graphItself =
          graph
              .servicePrincipal(Apis.GRAPH)
              .orElseThrow(() -> RegistrationFaults.noGraph().raise());
      wanted.add(WantedPermission.of(Apis.GRAPH, graphItself, Apis.PASSWORD_PERMISSION));
    }
    return wanted;
  }

  private ServicePrincipal lifecycleServices() {
    Optional<ServicePrincipal> there = graph.servicePrincipal(Apis.LCS);
    ServicePrincipal principal = there.orElseGet(this::createLifecycleServices);
    tell(
        there.isEmpty(),
        LIFECYCLE_SERVICES,
        "'" + principal.displayName() + "' " + (there.isEmpty() ? "was added" : "is there"));
    return principal;
  }

  private ServicePrincipal createLifecycleServices() {
    try {
      return graph.createServicePrincipal(Apis.LCS);
    } catch (LifelineException e) {
      throw e.code() == ProblemCode.GRAPH_REFUSED
          ? RegistrationFaults.withoutLicence(e.problem()).raise(e)
          : e;
    }
  }

  private Application application(List<WantedPermission> wanted) {
    Application there = known;
    ApplicationSettings begin = there == null ? ApplicationSettings.NONE : there.settings();
    ApplicationSettings whole = begin.withPublicClientFlows().withRedirectUri(REDIRECT_URI);
    for (WantedPermission permission : wanted) {
      whole = whole.withPermission(permission.api(), permission.scopeId());
    }
    if (there == null) {
      Application created = graph.createApplication(order.name(), whole);
      known = created;
      tell(true, APPLICATION, named(created) + " was registered");
      return created;
    }
    boolean lacking = !whole.equals(begin);
    if (lacking) {
      graph.changeApplication(there, whole);
    }
    tell(
        lacking,
        APPLICATION,
        named(there) + (lacking ? " got " + Additions.between(begin, whole) : " has all it needs"));
    return there;
  }

  private ServicePrincipal principal(Application application) {
    Optional<ServicePrincipal> there = graph.servicePrincipal(application.clientId());
    ServicePrincipal principal =
        there.orElseGet(() -> graph.createServicePrincipalOfNew(application.clientId()));
    String state = there.isEmpty() ? "was added" : "is there";
    tell(
        there.isEmpty(),
        SERVICE_PRINCIPAL,
        principal.accountEnabled()
            ? state
            : state + ", but is switched off for sign-in: see Enterprise applications");
    return principal;
  }

  private static String named(Application application) {
    return "'" + application.displayName() + "' (" + application.clientId() + ")";
  }

  private void tell(boolean changed, RegistrationStep.Part part, String finding) {
    tell(new RegistrationStep(part, changed, finding));
  }

  private void tell(RegistrationStep step) {
    done.add(step);
    progress.accept(step);
  }
}
