package dev.lifeline.hub;

import dev.lifeline.core.Surroundings;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.time.SystemTime;
import dev.lifeline.hub.secret.LocalMasterKey;
import dev.lifeline.hub.store.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/** A hub in a process of its own, until its standard input ends. */
final class HubNode {
  private HubNode() {}

  public static void main(String[] args) throws IOException {
    HubSettings settings =
        new HubSettings(
            "127.0.0.1",
            0,
            new DatabaseAddress(args[0]),
            LocalMasterKey.of(RunLab.KEY, "the tests"),
            new NetworkSettings(Path.of(args[1]), null, List.of()),
            true);
    Surroundings surroundings =
        new Surroundings(new SystemTime(), new SecureRandom(), UUID::randomUUID, Listener.NONE);
    try (Hub hub = Hub.start(settings, surroundings, RunLab.FAST)) {
      System.out.println(hub.url());
      while (System.in.read() >= 0) {
        // it stays
      }
    }
  }
}
