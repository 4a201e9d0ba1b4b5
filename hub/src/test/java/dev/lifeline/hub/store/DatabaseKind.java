package dev.lifeline.hub.store;

import java.util.UUID;

/** The databases that every test of the store runs on. */
public enum DatabaseKind {
  H2 {
    @Override
    public DatabaseAddress fresh() {
      return DatabaseAddress.inMemory("test" + UUID.randomUUID());
    }
  },
  POSTGRESQL {
    @Override
    public DatabaseAddress fresh() {
      return PostgreSqlServer.get().newDatabase();
    }
  };

  /** The address of a database with nothing in it. */
  public abstract DatabaseAddress fresh();
}
