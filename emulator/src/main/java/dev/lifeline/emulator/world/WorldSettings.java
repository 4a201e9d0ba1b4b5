package dev.lifeline.emulator.world;

import java.time.Duration;

/**
 * What can be changed while the emulator runs.
 *
 * @param tokenLifetime how long an access token is valid
 * @param sasLifetime how long a SAS URL of an asset is valid
 * @param pageSize how many rows a page of an environment list or history holds
 * @param deviceCodes how device codes are given out
 * @param renewsUploads whether LCS shows an asset that is not committed yet, with a new address to
 *     upload to (the specification leaves it open)
 * @param limits how much LCS can be asked
 */
public record WorldSettings(
    Duration tokenLifetime,
    Duration sasLifetime,
    int pageSize,
    DeviceCodeTerms deviceCodes,
    boolean renewsUploads,
    Limits limits) {

  /**
   * Tokens as long as one that was seen, SAS URLs of an hour, and device codes as documented. How
   * many rows LCS puts on a page is ASSUMED, because nobody says it: as few as make the ready-made
   * world need several pages.
   */
  public static final WorldSettings DEFAULTS =
      new WorldSettings(
          Duration.ofSeconds(4228),
          Duration.ofHours(1),
          3,
          new DeviceCodeTerms(Duration.ofSeconds(900), Duration.ofSeconds(5)),
          false,
          new Limits(false, 3));

  /**
   * How device codes are given out.
   *
   * @param lifetime how long a device code can be entered
   * @param interval how long a client waits between two questions for a device code's token
   */
  public record DeviceCodeTerms(Duration lifetime, Duration interval) {}

  /**
   * How much LCS can be asked.
   *
   * @param throttles whether LCS answers 429 to those who ask too often
   * @param databaseOperations how many database movements an environment takes in 24 hours of the
   *     world's time (DOC: three)
   */
  public record Limits(boolean throttles, int databaseOperations) {}

  /** Refuses pages without rows. */
  public WorldSettings {
    if (pageSize < 1) {
      throw new IllegalArgumentException("a page holds at least one row");
    }
  }

  /** How long a device code can be entered. */
  public Duration deviceCodeLifetime() {
    return deviceCodes.lifetime();
  }

  /** How long a client waits between two questions for a device code's token. */
  public Duration deviceCodeInterval() {
    return deviceCodes.interval();
  }

  /** The same settings with another token lifetime. */
  public WorldSettings withTokenLifetime(Duration lifetime) {
    return new WorldSettings(lifetime, sasLifetime, pageSize, deviceCodes, renewsUploads, limits);
  }

  /** The same settings with another SAS lifetime. */
  public WorldSettings withSasLifetime(Duration lifetime) {
    return new WorldSettings(tokenLifetime, lifetime, pageSize, deviceCodes, renewsUploads, limits);
  }

  /** The same settings with another page size. */
  public WorldSettings withPageSize(int size) {
    return new WorldSettings(tokenLifetime, sasLifetime, size, deviceCodes, renewsUploads, limits);
  }

  /** The same settings with another lifetime of device codes. */
  public WorldSettings withDeviceCodeLifetime(Duration lifetime) {
    return with(new DeviceCodeTerms(lifetime, deviceCodes.interval()));
  }

  /** The same settings with another interval between two questions for a device code's token. */
  public WorldSettings withDeviceCodeInterval(Duration interval) {
    return with(new DeviceCodeTerms(deviceCodes.lifetime(), interval));
  }

  /** The same settings, with upload addresses that LCS renews or not. */
  public WorldSettings withRenewsUploads(boolean renews) {
    return new WorldSettings(tokenLifetime, sasLifetime, pageSize, deviceCodes, renews, limits);
  }

  /** The same settings, with an LCS that throttles or not. */
  public WorldSettings withThrottling(boolean throttles) {
    return with(new Limits(throttles, limits.databaseOperations()));
  }

  /** The same settings with another daily number of database movements. */
  public WorldSettings withDatabaseOperations(int number) {
    return with(new Limits(limits.throttles(), number));
  }

  private WorldSettings with(DeviceCodeTerms changed) {
    return new WorldSettings(tokenLifetime, sasLifetime, pageSize, changed, renewsUploads, limits);
  }

  private WorldSettings with(Limits changed) {
    return new WorldSettings(
        tokenLifetime, sasLifetime, pageSize, deviceCodes, renewsUploads, changed);
  }
}
