package dev.lifeline.core.connection;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import java.util.Optional;

/**
 * Keeps what is learned while a connection is in use. A connection from the environment forgets it.
 * Thread-safe; never throws, since what was asked of LCS matters more.
 */
public interface ConnectionMemory {
  /** Remembers nothing. */
  ConnectionMemory NONE =
      new ConnectionMemory() {
        @Override
        public void realmFound(Realm realm) {}

        @Override
        public void used(Credential current) {}
      };

  /** Whether the connection is a stored one, which people can change here. */
  default boolean isOfStored() {
    return false;
  }

  /** Where uploads of this connection leave something for later ones; empty when nowhere. */
  default Optional<Shelf> shelf() {
    return shelf("uploads");
  }

  /**
   * Where runs of all connections leave something for one another; empty when nowhere.
   *
   * @param name a folder's name, of the shelf's own
   */
  default Optional<Shelf> shelf(String name) {
    return Optional.empty();
  }

  /** The account's realm is known now. */
  void realmFound(Realm realm);

  /** A sign-in succeeded; that is what the next one is made with, new or the same as before. */
  void used(Credential current);
}
