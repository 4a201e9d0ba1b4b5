package dev.lifeline.emulator;

import dev.lifeline.emulator.blob.BlobService;
import dev.lifeline.emulator.blob.BlobStorage;
import dev.lifeline.emulator.json.Json;
import dev.lifeline.emulator.lcs.LcsService;
import dev.lifeline.emulator.scenario.Faults;
import dev.lifeline.emulator.scenario.FaultyService;
import dev.lifeline.emulator.scenario.ReceivedLog;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.ReadyMadeWorld;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Entra ID, LCS, Microsoft Graph and blob storage look-alikes on loopback, over TLS, with one
 * ready-made world behind them. Works from {@link #start} to {@link #close()}. Thread-safe.
 */
public final class Emulator implements AutoCloseable {

  private final OpenThings open;
  private final World world;
  private final FaultyService.Scenario scenario;
  private final Addresses addresses;

  private Emulator(EmulatorSettings settings, Surroundings surroundings, OpenThings open)
      throws IOException {
    this.open = open;
    this.scenario =
        new FaultyService.Scenario(
            new Faults(), new ReceivedLog(), surroundings.pause(), surroundings.clock());
    Path state = settings.stateFolder();
    Path folder = state == null ? open.temporaryFolder() : Files.createDirectories(state);
    Ground ground = new Ground(settings, surroundings, folder.toAbsolutePath(), open);
    // closed in the opposite order: the ports before what is behind them
    BlobService ownBlobs = ground.ownBlobService();
    Listeners listeners = ground.listeners();
    Ground.WorldMade made = ground.world();
    this.world = made.world();
    BlobStorage storage = ground.storage(ownBlobs, listeners);
    if (ownBlobs != null) {
      listeners.blob().serve(new FaultyService("blob", ownBlobs, scenario));
    }
    if (made.fresh()) {
      ground.fill(world, storage);
    }
    this.addresses = addresses(listeners, ground);
    LcsService.Sources sources =
        new LcsService.Sources(
            surroundings.ids(), new RsatMaker(surroundings.clock(), surroundings.random()));
    new Services(world, scenario, sources, listeners).serve(storage);
  }

  /**
   * Starts an emulator. It answers requests when this returns.
   *
   * @param settings how
   * @param surroundings what it takes from outside
   * @throws IOException if a port is taken, the state folder cannot be used, or the blob endpoint
   *     does not answer
   */
  public static Emulator start(EmulatorSettings settings, Surroundings surroundings)
      throws IOException {
    OpenThings open = new OpenThings();
    try {
      return new Emulator(settings, surroundings, open);
    } catch (IOException | RuntimeException e) {
      open.close();
      throw e;
    }
  }

  /** Where it listens, and with what one signs in. */
  public Addresses addresses() {
    return addresses;
  }

  /** The ready file's content: JSON, one object, the password in clear. */
  public String readyJson() {
    return Json.writeIndented(addresses.readyFile().tree());
  }

  /** The world behind the services, to look at and to change. */
  public World world() {
    return world;
  }

  /** The faults that wait for their requests. */
  public Faults faults() {
    return scenario.faults();
  }

  /** What was received. */
  public ReceivedLog received() {
    return scenario.received();
  }

  /** Ends every connection and thread, and removes what was kept for this run only. */
  @Override
  public void close() {
    open.close();
  }

  private Addresses addresses(Listeners listeners, Ground ground) throws IOException {
    Directory directory = world.directory();
    return new Addresses(
        URI.create(listeners.entra().address() + "/organizations"),
        listeners.lcs().address(),
        listeners.otherLcs().address(),
        listeners.graph().address(),
        ground.blobAddress(listeners),
        listeners.admin().address(),
        ground.caCertificate(),
        directory.tenant().domain(),
        directory.applications().get(0).clientId(),
        directory.username(ReadyMadeWorld.WORKING_ACCOUNT),
        directory.username(ReadyMadeWorld.ADMINISTRATOR),
        world.state().firstPassword(),
        ReadyMadeWorld.PROJECT);
  }
}
