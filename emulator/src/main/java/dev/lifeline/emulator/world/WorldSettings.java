package dev.lifeline.emulator.world;

import java.time.Duration;

/**
 * What can be changed while the emulator runs.
 *
 * @param tokenLifetime how long an access token is valid
 * @param sasLifetime how long a SAS URL of an asset is valid
 * @param pageSize how many rows a page of an environment list or history holds
 * @param deviceCodeLifetime how long a device code can be entered
 * @param deviceCodeInterval how long a client waits between two questions for a device code's token
 * @param renewsUploads whether LCS shows an asset that is not committed yet, with a new address to
 *     upload to (the specification leaves it open)
 */
public record WorldSettings(
    Duration tokenLifetime,
    Duration sasLifetime,
    int pageSize,
    Duration deviceCodeLifetime,
    Duration deviceCodeInterval,
    boolean renewsUploads) {

  /**
   * Tokens as long as one that was seen, SAS URLs of an hour, pages that the ready-made world needs
   * two of, and device codes as documented.
   */
  public static final WorldSettings DEFAULTS =
      new WorldSettings(
          Duration.ofSeconds(4228),
          Duration.ofHours(1),
          3,
          Duration.ofSeconds(900),
          Duration.ofSeconds(5),
          false);

  /** Refuses pages without rows. */
  public WorldSettings {
    if (pageSize < 1) {
      throw new IllegalArgumentException("a page holds at least one row");
    }
  }

  /** The same settings with another token lifetime. */
  public WorldSettings withTokenLifetime(Duration lifetime) {
    return new WorldSettings(
        lifetime, sasLifetime, pageSize, deviceCodeLifetime, deviceCodeInterval, renewsUploads);
  }

  /** The same settings with another SAS lifetime. */
  public WorldSettings withSasLifetime(Duration lifetime) {
    return new WorldSettings(
        tokenLifetime, lifetime, pageSize, deviceCodeLifetime, deviceCodeInterval, renewsUploads);
  }

  /** The same settings with another page size. */
  public WorldSettings withPageSize(int size) {
    return new WorldSettings(
        tokenLifetime, sasLifetime, size, deviceCodeLifetime, deviceCodeInterval, renewsUploads);
  }

  /** The same settings with another lifetime of device codes. */
  public WorldSettings withDeviceCodeLifetime(Duration lifetime) {
    return new WorldSettings(
        tokenLifetime, sasLifetime, pageSize, lifetime, deviceCodeInterval, renewsUploads);
  }

  /** The same settings with another interval between two questions for a device code's token. */
  public WorldSettings withDeviceCodeInterval(Duration interval) {
    return new WorldSettings(
        tokenLifetime, sasLifetime, pageSize, deviceCodeLifetime, interval, renewsUploads);
  }

  /** The same settings, with upload addresses that LCS renews or not. */
  public WorldSettings withRenewsUploads(boolean renews) {
    return new WorldSettings(
        tokenLifetime, sasLifetime, pageSize, deviceCodeLifetime, deviceCodeInterval, renews);
  }
}
