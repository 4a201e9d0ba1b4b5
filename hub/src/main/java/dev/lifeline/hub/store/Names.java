package dev.lifeline.hub.store;

import java.util.Locale;

/** How names are compared. */
final class Names {
  private Names() {}

  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
