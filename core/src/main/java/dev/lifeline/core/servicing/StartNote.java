package dev.lifeline.core.servicing;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.ActivityId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a start.
 *
 * @param attempted when it was about to be sent
 * @param known what the environment's history held before that
 * @param activity the operation it came to; null as long as nobody knows
 * @param deploymentId of an e-Commerce deployment, or null
 * @param told whether its user was told all that was asked for: the start, or the end of what was
 *     waited for
 */
public record StartNote(
    Instant attempted,
    Set<String> known,
    @Nullable ActivityId activity,
    @Nullable String deploymentId,
    boolean told) {
  public StartNote {
    known = Set.copyOf(known);
  }

  /** A start that is about to be sent. */
  public static StartNote attempt(Instant now, Set<String> known) {
    return new StartNote(now, known, null, null, false);
  }

  /** The same, now that it is known what it came to. */
  public StartNote settled(ActivityId as, @Nullable String deployment, boolean nothingMoreToTell) {
    return new StartNote(attempted, known, as, deployment, nothingMoreToTell);
  }

  private record NoteJson(
      @Nullable String attempted,
      @Nullable List<String> known,
      @Nullable String activityId,
      @Nullable String deploymentId,
      @Nullable Boolean told) {}

  /** From which {@link #of} makes the same. */
  public String text() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("attempted", attempted.toString());
    json.put("known", known.stream().sorted().toList());
    json.put("activityId", activity == null ? null : activity.value());
    json.put("deploymentId", deploymentId);
    json.put("told", told);
    return Json.write(json);
  }

  /** Reads what {@link #text} wrote; empty for anything else. */
  public static Optional<StartNote> of(String text) {
    return Json.read(text, NoteJson.class).flatMap(StartNote::of);
  }

  private static Optional<StartNote> of(NoteJson json) {
    List<String> known = json.known();
    if (json.attempted() == null || known == null) {
      return Optional.empty();
    }
    try {
      String activity = json.activityId();
      return Optional.of(
          new StartNote(
              Instant.parse(json.attempted()),
              Set.copyOf(known),
              activity == null ? null : new ActivityId(activity),
              json.deploymentId(),
              Boolean.TRUE.equals(json.told())));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
