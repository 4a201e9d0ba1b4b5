package dev.lifeline.core.connection;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import org.jspecify.annotations.Nullable;

/**
 * A service connection with its password or what stands for it: all that a sign-in needs. Prints no
 * secret.
 *
 * @param connection the connection
 * @param credential what it signs in with
 * @param realm who checks the password, or null when that was not found out yet
 * @param memory keeps what is learned while it is in use
 */
public record UsableConnection(
    ServiceConnection connection,
    Credential credential,
    @Nullable Realm realm,
    ConnectionMemory memory) {
  /** A connection that remembers nothing. */
  public UsableConnection(ServiceConnection connection, Credential credential) {
    this(connection, credential, null, ConnectionMemory.NONE);
  }

  /**
   * Checks a password's form.
   *
   * @throws LifelineException CONNECTION_INVALID for a password that Entra ID cannot accept here
   */
  public UsableConnection {
    requireWellFormed(credential);
  }

  /** Throws CONNECTION_INVALID for a password that Entra ID cannot accept here. */
  static void requireWellFormed(Credential credential) {
    if (credential instanceof Credential.Password password) {
      requireWellFormed(password.secret());
    }
  }

  private static void requireWellFormed(Secret password) {
    if (password.hasOuterBlanks()) {
      throw Problem.of(
              ProblemCode.CONNECTION_INVALID,
              "the field 'Password' is wrong: it begins or ends with a blank or a line break")
          .why("Entra ID does not accept such a password from a pipeline.")
          .fix("if the blank came by accident, from a file or a pipe, give the password without it")
          .fix("if it is part of the password, change the password in Entra ID")
          .step(SetupStep.CONNECTION)
          .raise();
    }
    if (!FieldRules.isUnicode(password.reveal())) {
      throw Problem.of(
              ProblemCode.CONNECTION_INVALID,
              "the field 'Password' is wrong: it holds half a character")
          .why("Such a text cannot be stored or sent, so it was cut or decoded wrongly on its way.")
          .fix("give the password again, as UTF-8 text")
          .step(SetupStep.CONNECTION)
          .raise();
    }
  }
}
