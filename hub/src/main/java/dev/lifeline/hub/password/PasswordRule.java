package dev.lifeline.hub.password;

import dev.lifeline.core.model.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are good enough (NIST SP 800-63B): long, and not one that everybody tries. It
 * asks for no kinds of characters. Thread-safe.
 */
public final class PasswordRule {
  /** The fewest characters. */
  public static final int SHORTEST = 12;

  /** The most characters, so that nobody lets the hub read a book. */
  public static final int LONGEST = 256;

  private static final int FEWEST_DIFFERENT = 5;
  private static final int NAME = 4;

  private final Set<String> common;

  /** With the list that the hub brings. */
  public PasswordRule() {
    try (InputStream list = PasswordRule.class.getResourceAsStream("common.txt")) {
      if (list == null) {
        throw new IllegalStateException("the list of common passwords is missing");
      }
      common =
          new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Why a password is not good enough, as a sentence; empty when it is.
   *
   * @param names what the person is called, which others know
   */
  public Optional<String> objection(Secret password, List<String> names) {
    String text = password.reveal();
    long length = text.codePoints().count();
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of("A password has " + SHORTEST + " to " + LONGEST + " characters.");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.codePoints().distinct().count() < FEWEST_DIFFERENT) {
      return Optional.of("The password repeats too few characters.");
    }
    if (common.contains(lower) || common.contains(lower.replaceAll("^[^a-z]+|[^a-z]+$", ""))) {
      return Optional.of("The password is one of those that are tried first.");
    }
    boolean hasName =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("@.*", ""))
            .anyMatch(name -> name.length() >= NAME && lower.contains(name));
    return hasName ? Optional.of("The password contains your name.") : Optional.empty();
  }
}
