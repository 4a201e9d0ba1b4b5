package dev.lifeline.core.entra;

import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.UserNamePasswordParameters;
import dev.lifeline.core.problem.Interruptions;
import dev.lifeline.core.problem.LifelineException;
import java.net.MalformedURLException;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * One sign-in by WS-Trust, which Microsoft's library knows how to speak. It sees no network and no
 * token: {@link Exchange} stands between, and keeps its defects from doing harm.
 */
final class WsTrust {
  private final Account account;
  private final Exchange exchange;

  WsTrust(Account account, Exchange exchange) {
    this.account = account;
    this.exchange = exchange;
  }

  Grant grant() {
    try {
      speak();
    } catch (InterruptedException e) {
      throw Interruptions.raise(e);
    } catch (ExecutionException | MalformedURLException | RuntimeException e) {
      throw understood(e);
    }
    return exchange
        .granted()
        .orElseThrow(() -> unreadable(new IllegalStateException("no token was asked for")));
  }

  /** The library announces the end of this grant; federated accounts have no other. */
  @SuppressWarnings("deprecation")
  private void speak() throws MalformedURLException, ExecutionException, InterruptedException {
    char[] password = account.credential().secret().reveal().toCharArray();
    PublicClientApplication.builder(account.clientId().value())
        .authority(account.authority().toString())
        .instanceDiscovery(false)
        .disableInternalRetries()
        .executorService(new CallersThread())
        .httpClient(exchange)
        .build()
        .acquireToken(
            UserNamePasswordParameters.builder(
                    Set.of(exchange.scope()), account.username(), password)
                .build())
        .get();
  }

  /** What {@link Exchange} found wrong, or what the library did. */
  private LifelineException understood(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof LifelineException problem) {
        return problem;
      }
    }
    return exchange.passwordSent() ? unreadable(failure) : noEndpoint(failure);
  }

  private LifelineException noEndpoint(Exception cause) {
    return Federation.unusable(
            exchange.attempt(),
            "'"
                + exchange.host()
                + "' does not offer a sign-in with user name and password to programs (usernamemixed)")
        .fix(
            "or have the endpoint /adfs/services/trust/13/usernamemixed enabled there, and in its proxy")
        .raise(cause);
  }

  private LifelineException unreadable(Exception cause) {
    return Federation.unusable(
            exchange.attempt(), "the answer of '" + exchange.host() + "' vouches for nobody")
        .raise(cause);
  }
}
