package dev.lifeline.core.credential;

import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.entra.Account;
import dev.lifeline.core.entra.Scope;
import dev.lifeline.core.entra.SignIn;
import dev.lifeline.core.entra.SignInResult;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;

/** Proves a password by signing in with it, once. */
final class Proof {
  private final SignIn signIn;

  Proof(SignIn signIn) {
    this.signIn = signIn;
  }

  /** Signs in for LCS, as every use of the connection does. */
  SignInResult signIn(SavedConnection saved, Secret password) {
    return signIn(saved, password, Scope.lcs(saved.connection().apiEndpoint()));
  }

  SignInResult signIn(SavedConnection saved, Secret password, Scope scope) {
    ServiceConnection connection = saved.connection();
    Account account =
        new Account(
            connection.authenticationEndpoint(),
            connection.clientId(),
            connection.username(),
            new Credential.Password(password),
            saved.realm());
    return signIn.signIn(account, scope);
  }

  /** Whether it is the password; any other failure than a wrong password is thrown. */
  boolean isRight(SavedConnection saved, Secret password) {
    try {
      signIn(saved, password);
      return true;
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.PASSWORD_WRONG) {
        throw e;
      }
      return false;
    }
  }
}
