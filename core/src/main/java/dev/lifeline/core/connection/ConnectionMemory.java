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

  /** Where a run of this connection leaves something for a later one; empty when nowhere. */
  default Optional<Shelf> shelf() {
    return Optional.empty();
  }

  /** The account's realm is known now. */
  void realmFound(Realm realm);

  /** A sign-in succeeded; that is what the next one is made with, new or the same as before. */
  void used(Credential current);
}
