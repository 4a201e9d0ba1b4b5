package dev.lifeline.core.credential;

import dev.lifeline.core.Credentials;
import dev.lifeline.core.Lab;
import dev.lifeline.core.TenantDesk;
import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.entra.Account;
import dev.lifeline.core.entra.DeviceCodeSignIn;
import dev.lifeline.core.entra.SignIn;
import dev.lifeline.core.graph.GraphClient;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.emulator.world.Password;
import java.nio.file.Path;
import java.util.UUID;

/** A connection folder with one connection, and the tenant that it signs in to. */
final class CredentialLab implements AutoCloseable {
  static final String NAME = "prod";
  static final Secret NEW = Secret.of("Brand-new-passphrase-2026");

  final Lab lab;
  final TenantDesk desk;
  private final Path home;
  private final Credentials credentials;

  CredentialLab(Path home) throws Exception {
    this.lab = new Lab();
    this.desk = new TenantDesk(lab, "contoso.example");
    this.home = home;
    this.credentials = new Credentials(folder(), lab.network(), desk.surroundings());
  }

  /** A fresh look at the folder, as another process has. */
  ConnectionFolder folder() {
    return new ConnectionFolder(home, lab.time);
  }

  /** Stores the connection of an account with its present password. */
  void store(String account) {
    folder()
        .create(
            desk.connection(account, lab.clientId()),
            new Credential.Password(lab.password()),
            null);
  }

  PasswordRotation rotation() {
    return credentials.rotation();
  }

  DeviceCodeEnrolment enrolment() {
    return credentials.enrolment();
  }

  PasswordChange change() {
    return credentials.passwordChange(desk.graphEndpoint());
  }

  /** The same through another transport. */
  PasswordChange changeThrough(Transport transport) {
    SignIn signIn = new SignIn(transport, lab.retries(), UUID::randomUUID);
    DeviceCodeEnrolment enrolment =
        new DeviceCodeEnrolment(new DeviceCodeSignIn(transport, lab.time, UUID::randomUUID));
    return new PasswordChange(
        folder(),
        signIn,
        new PasswordRotation(folder(), signIn, enrolment, lab.time),
        desk.graphEndpoint(),
        tokens ->
            new GraphClient(
                desk.graphEndpoint(), tokens, transport, lab.retries(), UUID::randomUUID));
  }

  /** The secret that is stored. */
  Secret stored() {
    return folder().open(NAME).credential().secret();
  }

  /** What Entra ID takes for the account now. */
  Secret right(String account) {
    return Secret.of(desk.account(account).password().text());
  }

  /** Somebody changes the password elsewhere. */
  void changeElsewhere(String account, Secret password) {
    lab.emulator.world().changePassword(desk.account(account), new Password(password.reveal()));
  }

  /** Signs in with what is stored. */
  void signInWithStored(String account) {
    lab.signIn()
        .signIn(
            new Account(
                lab.authority(),
                lab.clientId(),
                desk.username(account),
                folder().open(NAME).credential(),
                null),
            lab.scope());
  }

  long passwordsSent() {
    return lab.received("entra", "/oauth2/v2.0/token").size();
  }

  @Override
  public void close() {
    credentials.close();
    lab.close();
  }
}
