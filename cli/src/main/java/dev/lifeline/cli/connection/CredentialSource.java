package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Credentials;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.SignInMethod;

/** Gets the secret of a connection from the person or the pipeline that has it. */
final class CredentialSource {
  private final Shell shell;
  private final PasswordOptions password;

  CredentialSource(Shell shell, PasswordOptions password) {
    this.shell = shell;
    this.password = password;
  }

  /** The connection with a new secret, to be tried out. */
  Trial trial(ServiceConnection connection, SignInMethod method) {
    return Trial.of(connection, credential(connection, method));
  }

  private Credential credential(ServiceConnection connection, SignInMethod method) {
    return switch (method) {
      case PASSWORD ->
          new Credential.Password(password.read(shell.host(), shell.console(), "Password"));
      case DEVICE_CODE -> signedIn(connection);
      case HUB ->
          throw new IllegalStateException("the hub has that, and nobody can choose it here");
    };
  }

  private Credential signedIn(ServiceConnection connection) {
    try (Credentials credentials = shell.credentials()) {
      return credentials
          .enrolment()
          .enrol(connection, code -> shell.console().deviceCode(code, connection.username()));
    }
  }
}
