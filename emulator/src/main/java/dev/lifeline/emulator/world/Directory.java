package dev.lifeline.emulator.world;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What Entra ID knows.
 *
 * @param tenant the one tenant
 * @param accounts its members
 * @param applications its application registrations
 * @param password the password of every account
 * @param signingKey what tokens are signed with
 */
public record Directory(
    Tenant tenant,
    List<Account> accounts,
    List<Application> applications,
    Password password,
    SigningKey signingKey) {

  /** Takes copies of the lists. */
  public Directory {
    accounts = List.copyOf(accounts);
    applications = List.copyOf(applications);
  }

  /** The user name of an account. */
  public String username(Account account) {
    return account.name() + "@" + tenant.domain();
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

  /** The same directory with the account added, or put in place of the one with its name. */
  public Directory with(Account account) {
    return new Directory(
        tenant,
        Rows.put(accounts, account, it -> it.name().equalsIgnoreCase(account.name())),
        applications,
        password,
        signingKey);
  }

  /**
   * The same directory with the application added, or put in place of the one with its client id.
   */
  public Directory with(Application application) {
    return new Directory(
        tenant,
        accounts,
        Rows.put(applications, application, it -> it.clientId().equals(application.clientId())),
        password,
        signingKey);
  }
}
