package dev.lifeline.emulator;

import dev.lifeline.emulator.blob.BlobAccount;
import dev.lifeline.emulator.blob.BlobService;
import dev.lifeline.emulator.blob.BlobStorage;
import dev.lifeline.emulator.blob.RemoteBlobStorage;
import dev.lifeline.emulator.tls.LoopbackCertificate;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.ReadyMadePackage;
import dev.lifeline.emulator.world.ReadyMadeWorld;
import dev.lifeline.emulator.world.SigningKey;
import dev.lifeline.emulator.world.World;
import dev.lifeline.emulator.world.WorldClock;
import dev.lifeline.emulator.world.WorldFile;
import dev.lifeline.emulator.world.WorldState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What the services stand on: certificate, ports, world, and the storage of assets. */
final class Ground {

  private static final String CONTAINER = "lcs-assets";

  private final EmulatorSettings settings;
  private final Surroundings surroundings;
  private final Path folder;
  private final OpenThings open;
  private final @Nullable WorldFile file;
  private final @Nullable WorldState left;
  private final CompletableFuture<SigningKey> signingKey;

  /**
   * Reads what was left in the state folder. A new world's key is begun at once, beside the rest:
   * it takes longest.
   *
   * @param settings how the emulator is started
   * @param surroundings what it takes from outside
   * @param folder the state folder, or a temporary one
   * @param open what is opened from here on
   */
  Ground(EmulatorSettings settings, Surroundings surroundings, Path folder, OpenThings open)
      throws IOException {
    this.settings = settings;
    this.surroundings = surroundings;
    this.folder = folder;
    this.open = open;
    this.file = settings.stateFolder() == null ? null : new WorldFile(folder);
    this.left = file == null ? null : file.read().orElse(null);
    this.signingKey =
        left == null
            ? CompletableFuture.supplyAsync(surroundings.signingKeys())
            : CompletableFuture.completedFuture(left.signingKey());
  }

  /**
   * The world to go on with.
   *
   * @param world the world
   * @param fresh whether it has just been made, so that its assets have no bytes yet
   */
  record WorldMade(World world, boolean fresh) {}

  /** Opens the ports. */
  Listeners listeners() throws IOException {
    LoopbackCertificate certificate =
        LoopbackCertificate.kept(folder, surroundings.clock(), surroundings.random());
    Files.writeString(caCertificate(), certificate.authorityPem());
    SSLContext tls = certificate.sslContext();
    return new Listeners(
        listener(0, tls),
        listener(1, tls),
        listener(2, tls),
        listener(3, tls),
        listener(4, tls),
        listener(5, tls));
  }

  /**
   * The world as it was left in the state folder, aging at the scale of the settings, or a new one.
   */
  WorldMade world() {
    WorldState state = left == null ? newWorld() : left;
    World world = new World(state, new WorldClock(surroundings.clock(), state.pace()), file);
    world.changeTimeScale(settings.timeScale());
    if (settings.rateLimits()) {
      world.changeSettings(it -> it.withThrottling(true));
    }
    return new WorldMade(world, left == null);
  }

  /** The emulator's own blob service, null when a real one is used. */
  @Nullable BlobService ownBlobService() throws IOException {
    if (settings.blobEndpoint() != null) {
      return null;
    }
    BlobService own =
        BlobService.kept(folder.resolve("blob"), surroundings.clock(), surroundings.random());
    open.closeLater(own::close);
    return own;
  }

  /** Where the bytes of assets are. */
  BlobStorage storage(@Nullable BlobService own, Listeners listeners) throws IOException {
    BlobEndpoint real = settings.blobEndpoint();
    BlobStorage storage;
    if (own != null) {
      storage = own.storageAt(listeners.blob().address(), CONTAINER);
    } else if (real != null) {
      storage = RemoteBlobStorage.open(real.url(), real.account(), CONTAINER, surroundings.clock());
    } else {
      throw new IllegalStateException("neither a blob service nor a blob endpoint");
    }
    open.closeLater(storage::close);
    return storage;
  }

  /** Puts the bytes of the ready-made assets where the world says that they are. */
  void fill(World world, BlobStorage storage) throws IOException {
    for (Asset asset : world.lifecycle().assets()) {
      for (ReadyMadePackage it : ReadyMadePackage.values()) {
        if (it.fileName().equals(asset.fileName())) {
          storage.put(asset.blobName(), it.content());
        }
      }
    }
  }

  /** Blob storage's address, with the account in the path where it belongs there. */
  URI blobAddress(Listeners listeners) {
    BlobEndpoint real = settings.blobEndpoint();
    return real != null
        ? real.url()
        : URI.create(listeners.blob().address() + "/" + BlobAccount.EMULATOR_NAME);
  }

  /** The PEM file that clients are to trust. */
  Path caCertificate() {
    return folder.resolve("ca.pem");
  }

  private WorldState newWorld() {
    return new ReadyMadeWorld(surroundings.random(), surroundings.ids())
        .make(signingKey.join(), surroundings.clock().instant(), settings.timeScale());
  }

  private Listener listener(int offset, SSLContext tls) throws IOException {
    return new Listener(settings.port() == 0 ? 0 : settings.port() + offset, tls, open);
  }
}
