package dev.lifeline.hub;

import dev.lifeline.core.Surroundings;
import dev.lifeline.core.WebCalls;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.SignedIn;
import dev.lifeline.hub.administration.Setup;
import dev.lifeline.hub.administration.SetupPage;
import dev.lifeline.hub.password.Passwords;
import dev.lifeline.hub.provider.Provider;
import dev.lifeline.hub.provider.ProviderSettings;
import dev.lifeline.hub.signin.Means;
import dev.lifeline.hub.signin.OwnPassword;
import dev.lifeline.hub.signin.OwnSessions;
import dev.lifeline.hub.signin.ProviderSignIn;
import dev.lifeline.hub.signin.SignIn;
import dev.lifeline.hub.signin.Welcome;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.web.Pages;
import org.jspecify.annotations.Nullable;

/** The part of a hub through which people come in. Closing it ends its way to the provider. */
final class HubSignIn implements AutoCloseable {
  private final Surroundings surroundings;
  private final @Nullable WebCalls calls;
  private final Means means;

  /** Asks nobody for anything yet. */
  HubSignIn(HubSettings settings, Surroundings surroundings, Database database, Pages pages) {
    this.surroundings = surroundings;
    ProviderSettings provider = settings.signIn().provider();
    this.calls = provider == null ? null : new WebCalls(settings.network(), surroundings);
    this.means =
        new Means(
            database,
            new Passwords(surroundings.random()),
            new SignedIn(surroundings.random(), surroundings.ids()),
            pages,
            settings.signIn().localAccounts(),
            provider == null || calls == null
                ? null
                : new Provider(provider, calls, surroundings.time()));
  }

  /** Adds its routes; gives what makes invitations. */
  Welcome to(Gate gate, Setup setup) {
    new SignIn(means).to(gate);
    new ProviderSignIn(means, surroundings.random(), surroundings.ids()).to(gate);
    new OwnPassword(means).to(gate);
    Welcome welcome = new Welcome(means, surroundings.random());
    welcome.to(gate);
    new OwnSessions().to(gate);
    new SetupPage(setup, means.passwords(), means.signedIn(), means.pages(), means.localAccounts())
        .to(gate);
    return welcome;
  }

  @Override
  public void close() {
    if (calls != null) {
      calls.close();
    }
  }
}
