package dev.lifeline.cli;

import dev.lifeline.core.connection.KeyHolder;
import dev.lifeline.core.model.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A key store that is always open. */
final class KeyDrawer implements KeyHolder {
  final Map<String, Secret> items = new LinkedHashMap<>();

  @Override
  public boolean isReachable() {
    return true;
  }

  @Override
  public Optional<Secret> find(String item) {
    return Optional.ofNullable(items.get(item));
  }

  @Override
  public void keep(String item, Secret secret) {
    items.put(item, secret);
  }

  @Override
  public void forget(String item) {
    items.remove(item);
  }
}
