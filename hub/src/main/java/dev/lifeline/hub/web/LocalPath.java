package dev.lifeline.hub.web;

import org.jspecify.annotations.Nullable;

/** Where to go on after signing in: a place of this hub and of no other host. */
public final class LocalPath {
  /** Where everything begins. */
  public static final String HOME = "/";

  private static final int LONGEST = 2048;

  private LocalPath() {}

  /**
   * What was asked for, when it is such a place; else {@link #HOME}. Browsers read a backslash as a
   * slash and leave out tabs and line ends, and two slashes begin another host.
   */
  public static String of(@Nullable String asked) {
    return asked != null && isLocal(asked) ? asked : HOME;
  }

  private static boolean isLocal(String asked) {
    return asked.length() <= LONGEST
        && asked.startsWith("/")
        && !asked.startsWith("//")
        && asked.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\');
  }
}
