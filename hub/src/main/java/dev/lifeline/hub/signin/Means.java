package dev.lifeline.hub.signin;

import dev.lifeline.hub.access.SignedIn;
import dev.lifeline.hub.password.Passwords;
import dev.lifeline.hub.provider.Provider;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Form;
import dev.lifeline.hub.web.Pages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people are signed in with.
 *
 * @param localAccounts whether the hub's own passwords count
 * @param provider whose accounts count as well, or null
 */
public record Means(
    Database database,
    Passwords passwords,
    SignedIn signedIn,
    Pages pages,
    boolean localAccounts,
    @Nullable Provider provider) {
  void requireLocalAccounts() {
    if (!localAccounts) {
      throw Fault.NOT_FOUND.refuse("This hub has no passwords of its own.");
    }
  }

  /** The way to the provider, where there is one. */
  List<Form.Link> providerLinks(String query) {
    return provider == null
        ? List.of()
        : List.of(
            new Form.Link(
                "Sign in with " + provider.settings().name(), ProviderSignIn.PATH + query));
  }
}
