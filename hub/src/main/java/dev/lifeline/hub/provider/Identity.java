package dev.lifeline.hub.provider;

import dev.lifeline.hub.model.ProviderAccount;
import org.jspecify.annotations.Nullable;

/**
 * Who came back from the provider.
 *
 * @param account who that is there
 * @param uniqueName a name that the provider vouches for, or null
 * @param displayName for people, or null
 */
public record Identity(
    ProviderAccount account, @Nullable String uniqueName, @Nullable String displayName) {}
