package dev.lifeline.core.connection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that {@code connections.json} holds. Immutable.
 *
 * @param chosen the name of the chosen connection, or null
 * @param keyStoreItem under what name the operating system's key store has the key, or null
 * @param connections in the order in which they were created
 * @param unknown fields of a newer version, kept as they are
 */
record Store(
    @Nullable String chosen,
    @Nullable String keyStoreItem,
    List<Stored> connections,
    Map<String, @Nullable Object> unknown) {
  static final Store EMPTY = new Store(null, null, List.of(), Map.of());

  Store {
    connections = List.copyOf(connections);
    unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
  }

  Optional<Stored> find(String name) {
    return connections.stream().filter(stored -> stored.isNamed(name)).findFirst();
  }

  SavedConnection saved(Stored stored) {
    return stored.saved(chosen != null && stored.isNamed(chosen));
  }

  /** Whether any secret needs the key that is kept there. */
  boolean uses(SecretStorage storage) {
    return connections.stream().anyMatch(stored -> stored.storage() == storage);
  }

  /** With that connection in the place of the one of the same name, or at the end. */
  Store with(Stored added) {
    List<Stored> all = new ArrayList<>(connections);
    String name = added.connection().name();
    all.replaceAll(stored -> stored.isNamed(name) ? added : stored);
    if (find(name).isEmpty()) {
      all.add(added);
    }
    return new Store(chosen, keyStoreItem, all, unknown);
  }

  Store without(Stored removed) {
    List<Stored> rest = connections.stream().filter(stored -> !stored.equals(removed)).toList();
    boolean wasChosen = chosen != null && removed.isNamed(chosen);
    return new Store(wasChosen ? null : chosen, keyStoreItem, rest, unknown);
  }

  Store choosing(Stored one) {
    return new Store(one.connection().name(), keyStoreItem, connections, unknown);
  }

  Store withKeyStoreItem(@Nullable String item) {
    return new Store(chosen, item, connections, unknown);
  }
}
