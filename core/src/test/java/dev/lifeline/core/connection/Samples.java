package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Connections that the specifications of this package talk about. */
final class Samples {
  static final String AUTHORITY = "https://login.microsoftonline.com/organizations";
  static final String UNITED_STATES = "https://lcsapi.lcs.dynamics.com";
  static final String CLIENT_ID = "00000000-1111-2222-3333-444444444444";
  static final String USERNAME = "deploy@contoso.com";
  static final Secret PASSWORD = Secret.of("canary-Tr0ub4dor&3");
  static final Credential CREDENTIAL = new Credential.Password(PASSWORD);

  private Samples() {}

  static ServiceConnection connection(String name) {
    return connection(name, "For the nightly release");
  }

  static ServiceConnection connection(String name, String description) {
    return new ServiceConnection(
        name,
        AuthenticationEndpoint.of(AUTHORITY),
        ApiEndpoint.of(UNITED_STATES),
        USERNAME,
        new ClientId(CLIENT_ID),
        description,
        new ProjectId(1234567));
  }

  static ServiceConnection between(String authority, String apiEndpoint) {
    return new ServiceConnection(
        "contoso",
        AuthenticationEndpoint.of(authority),
        ApiEndpoint.of(apiEndpoint),
        USERNAME,
        new ClientId(CLIENT_ID),
        null,
        null);
  }

  static ServiceConnection of(String name, String username) {
    return new ServiceConnection(
        name,
        AuthenticationEndpoint.of(AUTHORITY),
        ApiEndpoint.of(UNITED_STATES),
        username,
        new ClientId(CLIENT_ID),
        null,
        null);
  }

  /** The problem with which the action fails. */
  static Problem problem(ThrowingCallable action) {
    LifelineException failure = catchThrowableOfType(LifelineException.class, action);
    if (failure == null) {
      throw new AssertionError("the action was expected to fail with a problem");
    }
    return failure.problem();
  }
}
