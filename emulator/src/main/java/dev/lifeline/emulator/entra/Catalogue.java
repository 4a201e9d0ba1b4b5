package dev.lifeline.emulator.entra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The codes with which Entra ID refuses, as {@code aadsts.txt} lists them. */
final class Catalogue {

  private static final Map<Integer, Entry> ENTRIES = read();

  private Catalogue() {}

  /**
   * What Entra ID says with one code.
   *
   * @param code the number after AADSTS
   * @param status the HTTP status
   * @param error the word that decides what clients do
   * @param v1Error the word of the v1 endpoint, mostly the same
   * @param suberror what would help, null for most
   * @param claims whether a policy comes along that a client can hand to an interactive sign-in
   * @param retryAfter whether it says when to try again
   * @param text its words; {@code %s} stands for what was asked for
   */
  record Entry(
      int code,
      int status,
      String error,
      String v1Error,
      @Nullable String suberror,
      boolean claims,
      boolean retryAfter,
      String text) {}

  static Optional<Entry> find(int code) {
    return Optional.ofNullable(ENTRIES.get(code));
  }

  static Entry get(int code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no code " + code));
  }

  static List<Entry> all() {
    return new ArrayList<>(ENTRIES.values());
  }

  private static Map<Integer, Entry> read() {
    try (var in = Catalogue.class.getResourceAsStream("aadsts.txt")) {
      String text = new String(requireNonNull(in, "aadsts.txt").readAllBytes(), UTF_8);
      Map<Integer, Entry> entries = new LinkedHashMap<>();
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Catalogue::entry)
          .forEach(it -> entries.put(it.code(), it));
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(String line) {
    String[] cells = line.split(" *\\| *", -1);
    String[] errors = cells[2].split(" */ *", -1);
    return new Entry(
        Integer.parseInt(cells[0]),
        Integer.parseInt(cells[1]),
        errors[0],
        errors[errors.length - 1],
        cells[3].isEmpty() ? null : cells[3],
        cells[4].contains("claims"),
        cells[4].contains("retry-after"),
        cells[5]);
  }
}
