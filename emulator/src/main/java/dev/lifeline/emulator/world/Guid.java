package dev.lifeline.emulator.world;

import java.util.Optional;
import java.util.UUID;

/** The two spellings of ids in LCS: with dashes, and as 32 hexadecimal digits. */
public final class Guid {

  private Guid() {}

  /** The id in either spelling and either case; empty for any other text. */
  public static Optional<UUID> parse(String text) {
    String digits = text.replace("-", "");
    if (!digits.matches("[0-9a-fA-F]{32}")) {
      return Optional.empty();
    }
    return Optional.of(
        new UUID(
            Long.parseUnsignedLong(digits.substring(0, 16), 16),
            Long.parseUnsignedLong(digits.substring(16), 16)));
  }

  /** The spelling without dashes. */
  public static String digits(UUID id) {
    return id.toString().replace("-", "");
  }
}
