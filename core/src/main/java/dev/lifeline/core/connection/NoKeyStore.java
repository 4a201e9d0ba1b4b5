package dev.lifeline.core.connection;

import dev.lifeline.core.model.Secret;
import java.util.Optional;

/** The key store of a machine that has none. */
final class NoKeyStore implements KeyHolder {
  @Override
  public boolean isReachable() {
    return false;
  }

  @Override
  public Optional<Secret> find(String item) {
    throw KeyStoreFaults.unavailable("There is none here.");
  }

  @Override
  public void keep(String item, Secret secret) {
    throw KeyStoreFaults.unavailable("There is none here.");
  }

  @Override
  public void forget(String item) {
    throw KeyStoreFaults.unavailable("There is none here.");
  }
}
