package dev.lifeline.core.graph;

import dev.lifeline.core.entra.Tokens;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Backoff;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.GraphEndpoint;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Microsoft Graph in its own words: one method a call; no printing. Every method throws {@link
 * LifelineException}: ADMINISTRATOR_NEEDED when whoever signed in may not do it, GRAPH_REFUSED with
 * Graph's own words, THROTTLED, SERVICE_UNAVAILABLE, or what the sign-in and the network have to
 * say. Thread-safe.
 */
public final class GraphClient {
  /** Replicas know a new object within a minute (Entra sign-in: automating the registration). */
  private static final RetryPolicy REPLICATION =
      new RetryPolicy(
          20, false, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1));

  /** Far more than a list that Lifeline asks for can have. */
  private static final int PAGES = 100;

  private final String address;
  private final Tokens tokens;
  private final Transport transport;
  private final Retries retries;
  private final Supplier<UUID> ids;

  /**
   * @param transport repeats what may be repeated
   * @param retries what waits for replicas; the policy is its own
   * @param ids makes request ids
   */
  public GraphClient(
      GraphEndpoint endpoint,
      Tokens tokens,
      Transport transport,
      Retries retries,
      Supplier<UUID> ids) {
    this.address = endpoint + "/v1.0";
    this.tokens = tokens;
    this.transport = transport;
    this.retries = retries.with(REPLICATION);
    this.ids = ids;
  }

  /** The registration with that client id; empty when the tenant has none. */
  public Optional<Application> application(ClientId clientId) {
    return send(ApplicationCalls.find(clientId));
  }

  /** The registrations of that display name, compared as Graph compares. */
  public List<Application> applicationsNamed(String displayName) {
    return all(ApplicationCalls.named(displayName));
  }

  /** Registers an application for accounts of this tenant alone. */
  public Application createApplication(String displayName, ApplicationSettings settings) {
    return send(ApplicationCalls.create(displayName, settings));
  }

  /** Gives a registration these settings, in the place of those that it has. */
  public void changeApplication(Application application, ApplicationSettings settings) {
    send(ApplicationCalls.change(application, settings));
  }

  /** What stands for an application in the tenant; empty when nothing does. */
  public Optional<ServicePrincipal> servicePrincipal(ClientId appId) {
    return send(PrincipalCalls.find(appId));
  }

  /** Lets something stand for an application of this or another tenant. */
  public ServicePrincipal createServicePrincipal(ClientId appId) {
    return send(PrincipalCalls.create(appId));
  }

  /**
   * The same for an application that was registered a moment ago, which Graph's replicas may not
   * know yet: tried again for up to a minute.
   */
  public ServicePrincipal createServicePrincipalOfNew(ClientId appId) {
    return sendUntilKnown(PrincipalCalls.create(appId));
  }

  /** Who is assigned to an application. */
  public List<Assignment> assignments(ServicePrincipal principal) {
    return all(PrincipalCalls.assignments(principal.id()));
  }

  /** Every consent to an application. */
  public List<PermissionGrant.Existing> grants(ServicePrincipal client) {
    return all(ConsentCalls.of(client.id()));
  }

  /**
   * Consents. The service principals may be as new as {@link #createServicePrincipalOfNew} makes
   * them: tried again for up to a minute.
   */
  public void grant(PermissionGrant grant) {
    sendUntilKnown(ConsentCalls.give(grant));
  }

  /** Gives a consent another scope, in the place of the one that it has. */
  public void widen(PermissionGrant.Existing existing, String scope) {
    send(ConsentCalls.widen(existing, scope));
  }

  /** The account of that user name or id; empty when the tenant has none. */
  public Optional<DirectoryUser> user(String username) {
    return send(AccountCalls.find(username));
  }

  /** {@code Managed} or {@code Federated}; empty when the tenant has no such domain. */
  public Optional<String> domainAuthentication(String domain) {
    return send(AccountCalls.authentication(domain));
  }

  /** Whether the tenant's security defaults are on. */
  public boolean securityDefaults() {
    return send(PolicyCalls.securityDefaults());
  }

  /** The tenant's Conditional Access policies. */
  public List<AccessPolicy> accessPolicies() {
    return all(PolicyCalls.accessPolicies());
  }

  /** Changes the password of the account that signed in; sent once. */
  public void changePassword(Secret current, Secret next) {
    send(AccountCalls.changePassword(current, next));
  }

  private <T> T send(GraphCall<T> call) {
    return Judge.read(call, transport.send(request(call, call.path())));
  }

  private <T> T sendUntilKnown(GraphCall<T> call) {
    Backoff backoff = retries.begin();
    while (true) {
      Request request = request(call, call.path());
      Answer answer = transport.send(request);
      boolean unknown = answer.status() == 400 || answer.status() == 404;
      if (!unknown || !backoff.pause(request.shownAddress(), answer.toString(), null)) {
        return Judge.read(call, answer);
      }
    }
  }

  private <T> List<T> all(GraphCall<List<T>> call) {
    List<T> found = new ArrayList<>();
    Optional<String> path = Optional.of(call.path());
    for (int page = 0; page < PAGES && path.isPresent(); page++) {
      Answer answer = transport.send(request(call, path.get()));
      found.addAll(Judge.read(call, answer));
      path = Pages.next(call.does(), answer, address);
    }
    return List.copyOf(found);
  }

  private Request request(GraphCall<?> call, String path) {
    return new Request(
            call.method(), URI.create(address + path), Map.of(), call.body(), call.repeat())
        .header("Authorization", "Bearer " + tokens.token().value().reveal())
        .header("Accept", "application/json")
        .header("client-request-id", ids.get().toString());
  }
}
