package dev.lifeline.core.entra;

import dev.lifeline.core.event.Listener;
import dev.lifeline.core.http.JdkTransport;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.time.SystemTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A program of its own: signs in once. */
final class SignInOnItsOwn {
  private SignInOnItsOwn() {}

  /**
   * Runs; the password comes from standard input.
   *
   * @param arguments authority, LCS API endpoint, client id, user name, the authority's certificate
   */
  public static void main(String[] arguments) throws IOException {
    SystemTime time = new SystemTime();
    Retries retries = new Retries(RetryPolicy.DEFAULTS, time, new Random(1), Listener.NONE);
    NetworkSettings network = new NetworkSettings(Path.of(arguments[4]), null, List.of());
    Account account =
        new Account(
            AuthenticationEndpoint.of(arguments[0]),
            new ClientId(arguments[2]),
            arguments[3],
            new Credential.Password(Secret.ofUtf8(System.in.readAllBytes())),
            null);
    try (Transport transport =
        new JdkTransport(network, TimeLimits.DEFAULTS, time, Listener.NONE)) {
      new SignIn(transport, retries, UUID::randomUUID)
          .signIn(account, Scope.lcs(ApiEndpoint.of(arguments[1])));
      System.out.print("signed in");
    }
  }
}
