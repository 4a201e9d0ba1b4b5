package dev.lifeline.core.rate;

import dev.lifeline.core.json.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When which calls were made, and until when LCS wants no more of them. Not thread-safe.
 *
 * <p>A text of it is JSON: under {@code used} the times of the calls of a counter, under {@code
 * closed} one time, in milliseconds since 1970; a counter's name is its limit's id, a blank and its
 * subject.
 */
public final class UsedCalls {
  /** Requests take differently long to LCS, so that two may arrive closer than they left. */
  static final Duration MARGIN = Duration.ofSeconds(1);

  /** What LCS never asks for: a time so far away was written by another clock. */
  private static final Duration LONGEST_CLOSING = Duration.ofHours(2);

  private final Map<Counter, List<Instant>> used = new HashMap<>();
  private final Map<Counter, Instant> closed = new HashMap<>();

  private record TextJson(
      @Nullable Map<String, @Nullable List<@Nullable Long>> used,
      @Nullable Map<String, @Nullable Long> closed) {}

  /** No calls. */
  public UsedCalls() {}

  /** What a text holds; a text that cannot be read holds nothing. */
  static UsedCalls read(String text) {
    UsedCalls calls = new UsedCalls();
    calls.add(text);
    return calls;
  }

  /** Adds what a text holds; a text that cannot be read holds nothing. */
  public void add(String text) {
    Json.read(text, TextJson.class)
        .ifPresent(
            json -> {
              each(json.used(), (counter, times) -> used.put(counter, instants(times)));
              each(
                  json.closed(),
                  (counter, time) ->
                      instants(List.of(time)).forEach(until -> close(counter, until)));
            });
  }

  private static <V> void each(
      @Nullable Map<String, @Nullable V> entries, BiConsumer<Counter, V> taker) {
    if (entries == null) {
      return;
    }
    entries.forEach(
        (name, value) -> {
          String[] parts = name.split(" ", 2);
          if (value != null && parts.length == 2) {
            RateLimit.withId(parts[0])
                .ifPresent(limit -> taker.accept(new Counter(limit, parts[1]), value));
          }
        });
  }

  private static List<Instant> instants(List<@Nullable Long> times) {
    List<Instant> instants = new ArrayList<>();
    times.stream()
        .filter(Objects::nonNull)
        .forEach(
            time -> {
              try {
                instants.add(Instant.ofEpochMilli(time));
              } catch (DateTimeException e) {
                // a damaged file
              }
            });
    return instants;
  }

  /** The text from which {@link #read} makes the same. */
  String text() {
    return text(counter -> true);
  }

  /** The text of one counter's calls, for {@link #add}. */
  public String text(Counter one) {
    return text(one::equals);
  }

  private String text(Predicate<Counter> which) {
    Map<String, List<Long>> times = new LinkedHashMap<>();
    used.forEach(
        (counter, instants) -> {
          if (which.test(counter)) {
            times.put(counter.name(), instants.stream().map(Instant::toEpochMilli).toList());
          }
        });
    Map<String, Long> ends = new LinkedHashMap<>();
    closed.forEach(
        (counter, until) -> {
          if (which.test(counter)) {
            ends.put(counter.name(), until.toEpochMilli());
          }
        });
    return Json.write(Map.of("used", times, "closed", ends));
  }

  /** Forgets what counts no more, and what lies in the future, after the clock was set back. */
  void forget(Instant now) {
    used.forEach(
        (counter, times) ->
            times.removeIf(time -> !end(counter.limit(), time).isAfter(now) || time.isAfter(now)));
    used.values().removeIf(List::isEmpty);
    closed
        .values()
        .removeIf(until -> !until.isAfter(now) || until.isAfter(now.plus(LONGEST_CLOSING)));
  }

  /** When the next call may be made, which is past when it may be made now. */
  Instant next(Counter counter) {
    List<Instant> times = used.getOrDefault(counter, List.of()).stream().sorted().toList();
    int over = times.size() - counter.limit().calls();
    Instant free = over < 0 ? Instant.MIN : end(counter.limit(), times.get(over));
    Instant open = closed.getOrDefault(counter, Instant.MIN);
    return free.isAfter(open) ? free : open;
  }

  private static Instant end(RateLimit limit, Instant time) {
    return time.plus(limit.window()).plus(MARGIN);
  }

  /** A call is made. */
  void use(Counter counter, Instant now) {
    used.computeIfAbsent(counter, it -> new ArrayList<>()).add(now);
  }

  /** A call was not carried out. */
  void giveBack(Counter counter, Instant made) {
    used.getOrDefault(counter, new ArrayList<>()).remove(made);
  }

  /** LCS wants no call before then. */
  void close(Counter counter, Instant until) {
    closed.merge(counter, until, (one, other) -> one.isAfter(other) ? one : other);
  }
}
