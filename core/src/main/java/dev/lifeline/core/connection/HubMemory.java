package dev.lifeline.core.connection;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import java.util.List;
import java.util.Optional;

/**
 * What a connection of a hub leaves on this machine when it is not stored here. Calls and starts
 * are remembered beside those of all other connections, since LCS counts them by account and by
 * environment; uploads by the connection, whose names differ from hub to hub.
 */
final class HubMemory implements ConnectionMemory {
  private final StoreFiles files;
  private final HubPlace place;

  HubMemory(StoreFiles files, HubPlace place) {
    this.files = files;
    this.place = place;
  }

  @Override
  public Optional<Shelf> shelf() {
    String key = Shelf.key(List.of(place.hub().toString(), place.connection()));
    return shelf("uploads").map(shelf -> shelf.part(key));
  }

  @Override
  public Optional<Shelf> shelf(String name) {
    return Optional.of(Shelf.of(files.beside(name)));
  }

  @Override
  public void realmFound(Realm realm) {} // the hub asks, and remembers

  @Override
  public void used(Credential current) {}
}
