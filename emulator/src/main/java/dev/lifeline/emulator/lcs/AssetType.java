package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.world.Asset;
import java.util.Arrays;
import java.util.Locale;

/** The asset types of LCS with their numbers (CLIENT). */
enum AssetType {
  MODEL(1),
  PROCESS_DATA_PACKAGE(4),
  SOFTWARE_DEPLOYABLE_PACKAGE(10),
  GER_CONFIGURATION(12),
  DATA_PACKAGE(15),
  DATABASE_BACKUP(17),
  POWER_BI_REPORT_MODEL(19),
  E_COMMERCE_PACKAGE(26),
  NUGET_PACKAGE(27),
  RETAIL_SELF_SERVICE_PACKAGE(28),
  COMMERCE_CLOUD_SCALE_UNIT_EXTENSION(29);

  private final int number;

  AssetType(int number) {
    this.number = number;
  }

  /**
   * Whether there is such a type, and assets of it can be made here; database backups come by
   * themselves.
   */
  static boolean isUploadable(int number) {
    return number != DATABASE_BACKUP.number && isKnown(number);
  }

  /** Whether that is the asset's type. */
  boolean isOf(Asset asset) {
    return asset.fileType() == number;
  }

  /** What an asset of this type is, as {@code a model}. */
  String words() {
    String name = name().toLowerCase(Locale.ROOT).replace("e_commerce", "e-Commerce");
    return (name.startsWith("e") ? "an " : "a ") + name.replace('_', ' ');
  }

  static boolean isKnown(int number) {
    return Arrays.stream(values()).anyMatch(it -> it.number == number);
  }
}
