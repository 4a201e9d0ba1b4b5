package dev.lifeline.core.entra;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an authority answered in place of a token (Entra sign-in: errors of the token endpoint).
 *
 * @param error the word that the protocol lays down
 * @param words the authority's own words without ids and dates, or null
 * @param number the code that tells most, or null when there is none
 * @param row what the catalogue says to it, or null when it says nothing
 * @param suberror a second word, or null
 * @param facts trace id, correlation id and time, for support
 */
record Refusal(
    String error,
    @Nullable String words,
    @Nullable Integer number,
    @Nullable Aadsts row,
    @Nullable String suberror,
    Facts facts) {
  private static final Pattern NUMBER = Pattern.compile("AADSTS([0-9]{5,8})");
  private static final Pattern END_OF_WORDS = Pattern.compile("\\R|\\s+Trace ID:");

  /** Stands before a code that tells more (Entra sign-in: body shape). */
  private static final int WRAPPER = 70002;

  /** What support asks for; each may be null. */
  record Facts(
      @Nullable String traceId, @Nullable String correlationId, @Nullable String timestamp) {}

  /** The refusal in an answer; empty when it is none, but a page, or nothing. */
  static Optional<Refusal> in(Answer answer) {
    return Json.readSnakeCase(answer.text(), RefusalJson.class).flatMap(Refusal::of);
  }

  private static Optional<Refusal> of(RefusalJson json) {
    String error = json.error();
    if (error == null || error.isBlank()) {
      return Optional.empty();
    }
    String description = json.errorDescription() == null ? "" : json.errorDescription();
    List<Integer> numbers = numbers(json, description);
    Integer number = telling(numbers);
    Facts facts =
        new Facts(
            orElse(json.traceId(), after("Trace ID: ?", description)),
            orElse(json.correlationId(), after("Correlation ID: ?", description)),
            orElse(json.timestamp(), after("Timestamp: ?", description)));
    return Optional.of(
        new Refusal(
            error,
            words(description, number),
            number,
            number == null ? null : Aadsts.withNumber(number).orElse(null),
            json.suberror(),
            facts));
  }

  /** Whether the same request may succeed a moment later. */
  static boolean isPassing(Answer answer) {
    Optional<Refusal> refusal = in(answer);
    return refusal
        .map(Refusal::row)
        .map(Aadsts::retry)
        .orElseGet(
            () ->
                answer.isPassing()
                    || refusal
                        .filter(it -> it.error().equals("temporarily_unavailable"))
                        .isPresent());
  }

  /** What it means, if anything is known of it: by its code, else by its words for programs. */
  Optional<Reason> reason() {
    if (row != null) {
      return Optional.of(row.reason());
    }
    return byWord(suberror).or(() -> byWord(error));
  }

  private static Optional<Reason> byWord(@Nullable String word) {
    return switch (word == null ? "" : word) {
      case "basic_action", "additional_action" -> Optional.of(Reason.MULTIFACTOR);
      case "message_only" -> Optional.of(Reason.BLOCKED);
      case "consent_required" -> Optional.of(Reason.NO_CONSENT);
      case "user_password_expired" -> Optional.of(Reason.EXPIRED);
      case "expired_token", "bad_verification_code" -> Optional.of(Reason.CODE_GONE);
      case "temporarily_unavailable" -> Optional.of(Reason.PASSING_FAULT);
      default -> Optional.empty();
    };
  }

  private static List<Integer> numbers(RefusalJson json, String description) {
    List<Integer> numbers = new ArrayList<>();
    if (json.errorCodes() != null) {
      json.errorCodes().stream().filter(Objects::nonNull).forEach(numbers::add);
    }
    if (numbers.stream().allMatch(number -> number == WRAPPER)) {
      Matcher matcher = NUMBER.matcher(description);
      while (matcher.find()) {
        numbers.add(Integer.parseInt(matcher.group(1)));
      }
    }
    return numbers;
  }

  /** The last one that the catalogue knows, else the last; the wrapper only when it is alone. */
  private static @Nullable Integer telling(List<Integer> numbers) {
    List<Integer> inside = numbers.stream().filter(number -> number != WRAPPER).toList();
    List<Integer> known =
        inside.stream().filter(number -> Aadsts.withNumber(number).isPresent()).toList();
    for (List<Integer> candidates : List.of(known, inside, numbers)) {
      if (!candidates.isEmpty()) {
        return candidates.get(candidates.size() - 1);
      }
    }
    return null;
  }

  /** From the telling code on, up to what is for support. */
  private static @Nullable String words(String description, @Nullable Integer number) {
    int start = Math.max(0, description.indexOf("AADSTS" + number + ":"));
    String words = END_OF_WORDS.split(description.substring(start), 2)[0].strip();
    return words.isEmpty() ? null : words;
  }

  private static @Nullable String after(String label, String description) {
    Matcher matcher =
        Pattern.compile(label + "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ|\\S+)")
            .matcher(description);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static @Nullable String orElse(@Nullable String first, @Nullable String second) {
    return first == null || first.isBlank() ? second : first;
  }
}
