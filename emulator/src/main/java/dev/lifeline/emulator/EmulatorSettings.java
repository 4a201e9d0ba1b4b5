package dev.lifeline.emulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How an emulator is started.
 *
 * @param port 0 for any free ports; otherwise that of Entra ID, followed by those of LCS, Graph,
 *     blob storage, the admin endpoint, and LCS in another geography
 * @param timeScale how many seconds pass in LCS in one real second; kept worlds go on with it
 * @param stateFolder where the world is kept, null to forget it at the end
 * @param blobEndpoint a real blob service to use, null for the emulator's own
 * @param rateLimits whether LCS answers 429 to those who ask too often; a kept world that does so
 *     goes on with it
 */
public record EmulatorSettings(
    int port,
    double timeScale,
    @Nullable Path stateFolder,
    @Nullable BlobEndpoint blobEndpoint,
    boolean rateLimits) {

  /**
   * Any ports, an hour of servicing in ten seconds, nothing kept, the emulator's own blob storage,
   * no rate limits.
   */
  public static final EmulatorSettings DEFAULTS = new EmulatorSettings(0, 360, null, null, false);

  private static final int LAST_PORT = 65_535 - 5;

  /** Refuses ports that do not exist and a time that stands still. */
  public EmulatorSettings {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("a port lies between 0 and " + LAST_PORT);
    }
    if (!(timeScale > 0 && timeScale <= 1_000_000)) {
      throw new IllegalArgumentException("a time scale lies between 0 and 1000000");
    }
  }

  /** The same settings with another port. */
  public EmulatorSettings withPort(int other) {
    return new EmulatorSettings(other, timeScale, stateFolder, blobEndpoint, rateLimits);
  }

  /** The same settings with another time scale. */
  public EmulatorSettings withTimeScale(double other) {
    return new EmulatorSettings(port, other, stateFolder, blobEndpoint, rateLimits);
  }

  /** The same settings with a state folder. */
  public EmulatorSettings withStateFolder(Path folder) {
    return new EmulatorSettings(port, timeScale, folder, blobEndpoint, rateLimits);
  }

  /** The same settings with a real blob service. */
  public EmulatorSettings withBlobEndpoint(BlobEndpoint endpoint) {
    return new EmulatorSettings(port, timeScale, stateFolder, endpoint, rateLimits);
  }

  /** The same settings with rate limits or without. */
  public EmulatorSettings withRateLimits(boolean limits) {
    return new EmulatorSettings(port, timeScale, stateFolder, blobEndpoint, limits);
  }
}
