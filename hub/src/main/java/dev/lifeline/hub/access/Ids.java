package dev.lifeline.hub.access;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads ids as clients send them. */
public final class Ids {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  /** The id; empty when it is none. */
  public static Optional<UUID> parse(@Nullable String text) {
    return text == null || !GUID.matcher(text.strip()).matches()
        ? Optional.empty()
        : Optional.of(UUID.fromString(text.strip()));
  }
}
