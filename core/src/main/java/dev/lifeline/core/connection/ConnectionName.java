package dev.lifeline.core.connection;

import java.util.Locale;

/** How names of service connections are compared and shown. */
final class ConnectionName {
  private ConnectionName() {}

  /** Equal for names that differ in case only. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  /** The name as an argument of a command to paste into any shell. */
  static String argument(String name) {
    return name.indexOf(' ') >= 0 ? '"' + name + '"' : name;
  }
}
