package dev.lifeline.hub.signin;

import dev.lifeline.hub.provider.ProviderSettings;
import org.jspecify.annotations.Nullable;

/**
 * How people sign in.
 *
 * @param localAccounts whether the hub's own passwords count
 * @param provider whose accounts count as well, or null
 */
public record SignInSettings(boolean localAccounts, @Nullable ProviderSettings provider) {
  /** With passwords of the hub's own. */
  public static final SignInSettings DEFAULTS = new SignInSettings(true, null);

  /** Refuses a hub that nobody could enter. */
  public SignInSettings {
    if (!localAccounts && provider == null) {
      throw new IllegalArgumentException("without local accounts, there has to be a provider");
    }
  }
}
