package dev.lifeline.core.registration;

import dev.lifeline.core.graph.DirectoryUser;
import dev.lifeline.core.graph.GraphClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has to be true of the account that signs in. */
final class AccountCheck {
  private final GraphClient graph;
  private final @Nullable String username;
  private final Look<DirectoryUser> user;
  private final Portal portal;

  private AccountCheck(
      GraphClient graph, @Nullable String username, Look<DirectoryUser> user, Portal portal) {
    this.graph = graph;
    this.username = username;
    this.user = user;
    this.portal = portal;
  }

  static AccountCheck of(GraphClient graph, @Nullable String username, Portal portal) {
    Look<DirectoryUser> user =
        username == null ? new Look<>(null, false) : Look.at(() -> graph.user(username));
    return new AccountCheck(graph, username, user, portal);
  }

  /** The account; null when none was named or it cannot be read. */
  @Nullable DirectoryUser user() {
    return user.value();
  }

  /** Whether an account was named. */
  boolean isNamed() {
    return username != null;
  }

  CheckedRequirement secondFactor() {
    return new SecondFactorCheck(graph, portal, user.value()).requirement();
  }

  CheckedRequirement account() {
    if (username == null) {
      return Requirement.ACCOUNT.unknown("not looked at: add --username USER");
    }
    DirectoryUser found = user.value();
    if (found == null) {
      return user.allowed()
          ? Requirement.ACCOUNT.failed("the tenant has no account '" + username + "'", users())
          : Requirement.ACCOUNT.unknown(Look.NOT_ALLOWED);
    }
    if (!found.detailed()) {
      return Requirement.ACCOUNT.unknown("it exists; more may not be read");
    }
    if (!found.enabled()) {
      return Requirement.ACCOUNT.failed(
          "'" + found.username() + "' is disabled", users() + " > Account enabled");
    }
    if (found.guest()) {
      return Requirement.ACCOUNT.failed(
          "'" + found.username() + "' is a guest, and guests cannot sign in with a password here",
          users() + " > New user: an account of this tenant");
    }
    return Requirement.ACCOUNT.passed(
        "enabled, a member of the tenant"
            + (found.synced() ? ", synchronized from an on-premises directory" : ""));
  }

  CheckedRequirement domain() {
    if (username == null) {
      return Requirement.DOMAIN.unknown("not looked at: add --username USER");
    }
    String domain = username.substring(username.indexOf('@') + 1);
    Look<String> found = Look.at(() -> graph.domainAuthentication(domain));
    return Optional.ofNullable(found.value())
        .map(type -> known(domain, type))
        .orElseGet(
            () ->
                Requirement.DOMAIN.unknown(
                    found.allowed()
                        ? "'" + domain + "' is no domain of this tenant"
                        : Look.NOT_ALLOWED));
  }

  /** Lifeline signs federated accounts in too, so that is no failure. */
  private static CheckedRequirement known(String domain, String type) {
    return Requirement.DOMAIN.passed(
        type.equalsIgnoreCase("Federated")
            ? "'" + domain + "' is federated: the organization's own identity provider is asked"
            : "Entra ID itself checks the passwords of '" + domain + "'");
  }

  private String users() {
    return portal.place("Users > All users");
  }
}
