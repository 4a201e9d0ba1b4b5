package dev.lifeline.hub.engine;

import dev.lifeline.core.LcsOperations;
import dev.lifeline.hub.connector.Connector;
import dev.lifeline.hub.schedule.Agenda;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.Tables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/** Carries runs on, on this node, beside those of the same database. Thread-safe. */
public final class Engine {
  static final String RUN = "run";

  private final Agenda agenda;
  private final Counts counts = new Counts();

  /**
   * What an engine works with.
   *
   * @param clock the time
   * @param random spreads what would happen at once
   * @param heard hears of each run to which something happens, within the transaction
   */
  public record Equipment(
      Database database,
      Keyring keyring,
      Connector connector,
      SignIns signIns,
      LcsOperations operations,
      InstantSource clock,
      RandomGenerator random,
      BiConsumer<Tables, UUID> heard) {}

  /** Adds its jobs to the agenda; begins when that does. */
  public Engine(Equipment equipment, Agenda agenda, EngineSettings settings) {
    this.agenda = agenda;
    Desks desks =
        new Desks(
            equipment.database(),
            equipment.keyring(),
            equipment.connector(),
            equipment.signIns(),
            equipment.operations());
    Watching watching =
        new Watching(
            equipment.database(),
            desks,
            agenda,
            settings,
            new Watching.Clockwork(equipment.clock(), equipment.random(), counts));
    agenda
        .on(
            RUN,
            new RunJob(
                equipment.database(),
                desks,
                watching,
                settings,
                equipment.clock(),
                equipment.heard()))
        .on(Watching.KIND, watching);
  }

  /** Lets a run be carried on, from that time on; it counts when the transaction does. */
  public void put(Tables tables, UUID run, Instant at) {
    agenda.put(tables, RUN, run.toString(), at);
  }

  /** What this node has done. */
  public Counts counts() {
    return counts;
  }
}
