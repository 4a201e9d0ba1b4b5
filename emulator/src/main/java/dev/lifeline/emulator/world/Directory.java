package dev.lifeline.emulator.world;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What Entra ID knows of one tenant.
 *
 * @param tenant the tenant
 * @param accounts its members and guests
 * @param applications its application registrations
 * @param principals the service principals of applications and APIs
 * @param grants the consent that was given
 */
public record Directory(
    Tenant tenant,
    List<Account> accounts,
    List<Application> applications,
    List<ServicePrincipal> principals,
    List<PermissionGrant> grants) {

  /** Takes copies of the lists. */
  public Directory {
    accounts = List.copyOf(accounts);
    applications = List.copyOf(applications);
    principals = List.copyOf(principals);
    grants = List.copyOf(grants);
  }

  /** The user name of an account. */
  public String username(Account account) {
    return username(account.name());
  }

  /** The user name of the account with that name. */
  public String username(String name) {
    return name + "@" + tenant.domain();
  }

  /** The account with that user name, without regard to case. */
  public Optional<Account> account(String username) {
    return accounts.stream().filter(it -> username(it).equalsIgnoreCase(username)).findFirst();
  }

  /** The account with that object id. */
  public Optional<Account> account(UUID id) {
    return accounts.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** The application with that client id. */
  public Optional<Application> application(UUID clientId) {
    return applications.stream().filter(it -> it.clientId().equals(clientId)).findFirst();
  }

  /** The application with that object id. */
  public Optional<Application> applicationObject(UUID objectId) {
    return applications.stream().filter(it -> it.objectId().equals(objectId)).findFirst();
  }

  /** The first application with that name. */
  public Optional<Application> application(String displayName) {
    return applications.stream().filter(it -> it.displayName().equals(displayName)).findFirst();
  }

  /** The service principal with that object id. */
  public Optional<ServicePrincipal> principal(UUID id) {
    return principals.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** The service principal of an application or an API. */
  public Optional<ServicePrincipal> principalOf(UUID appId) {
    return principals.stream().filter(it -> it.appId().equals(appId)).findFirst();
  }

  /** The grant with that id. */
  public Optional<PermissionGrant> grant(UUID id) {
    return grants.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** What was granted to an application's service principal. */
  public List<PermissionGrant> grantsTo(UUID clientPrincipalId) {
    return grants.stream().filter(it -> it.clientPrincipalId().equals(clientPrincipalId)).toList();
  }

  /** The short names of the permissions of an API that an application may use for an account. */
  public Set<String> consented(ServicePrincipal client, ServicePrincipal resource, Account user) {
    Set<String> scopes = new LinkedHashSet<>();
    for (PermissionGrant it : grantsTo(client.id())) {
      if (it.resourcePrincipalId().equals(resource.id()) && it.isFor(user)) {
        scopes.addAll(it.scopes());
      }
    }
    return scopes;
  }

  /** The same directory with the account added, or put in place of the one with its name. */
  public Directory with(Account account) {
    return new Directory(
        tenant,
        Rows.put(accounts, account, it -> it.name().equalsIgnoreCase(account.name())),
        applications,
        principals,
        grants);
  }

  /**
   * The same directory with the application added, or put in place of the one with its client id.
   */
  public Directory with(Application application) {
    return new Directory(
        tenant,
        accounts,
        Rows.put(applications, application, it -> it.clientId().equals(application.clientId())),
        principals,
        grants);
  }

  /** The same directory with the principal added, or put in place of the one with its object id. */
  public Directory with(ServicePrincipal principal) {
    return new Directory(
        tenant,
        accounts,
        applications,
        Rows.put(principals, principal, it -> it.id().equals(principal.id())),
        grants);
  }

  /** The same directory with the grant added, or put in place of the one with its id. */
  public Directory with(PermissionGrant grant) {
    return new Directory(
        tenant,
        accounts,
        applications,
        principals,
        Rows.put(grants, grant, it -> it.id().equals(grant.id())));
  }

  /** The same directory without the grants to an application's service principal. */
  public Directory withoutGrantsTo(UUID clientPrincipalId) {
    return new Directory(
        tenant,
        accounts,
        applications,
        principals,
        grants.stream().filter(it -> !it.clientPrincipalId().equals(clientPrincipalId)).toList());
  }
}
