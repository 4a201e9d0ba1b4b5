package dev.lifeline.core.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of assets in the library (LCS API: asset library). */
public enum AssetType {
  MODEL(1, "Model"),
  PROCESS_DATA_PACKAGE(4, "Process data package"),
  SOFTWARE_DEPLOYABLE_PACKAGE(10, "Software deployable package"),
  GER_CONFIGURATION(12, "GER configuration"),
  DATA_PACKAGE(15, "Data package"),
  DATABASE_BACKUP(17, "Database backup"),
  POWER_BI_REPORT_MODEL(19, "Power BI report model"),
  E_COMMERCE_PACKAGE(26, "e-Commerce package"),
  NUGET_PACKAGE(27, "NuGet package"),
  RETAIL_SELF_SERVICE_PACKAGE(28, "Retail self-service package"),
  COMMERCE_CLOUD_SCALE_UNIT_EXTENSION(29, "Commerce cloud scale unit extension");

  private final int number;
  private final String title;

  AssetType(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** The number that LCS knows it by. */
  public int number() {
    return number;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** The name on the command line and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the asset library takes uploads of it; database backups come from the database API. */
  public boolean canBeUploaded() {
    return this != DATABASE_BACKUP;
  }

  /** The type of that id, title or number, without regard to case. */
  public static Optional<AssetType> of(String text) {
    String wanted = text.strip();
    return Arrays.stream(values())
        .filter(
            type ->
                type.id().equalsIgnoreCase(wanted)
                    || type.title.equalsIgnoreCase(wanted)
                    || Integer.toString(type.number).equals(wanted))
        .findFirst();
  }

  /** The type with that number; empty for one that this list does not have. */
  public static Optional<AssetType> withNumber(int number) {
    return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
  }
}
