package dev.lifeline.emulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The device codes of a running emulator; they end with it. Thread-safe.
 *
 * <p>A handle is what the application keeps to itself, {@code device_code}; the user code is what a
 * person reads and enters.
 */
public final class DeviceCodes {

  /**
   * How long an expired code is remembered, so that the application is told why it gets nothing.
   */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final WorldClock clock;
  private final Map<String, Asked> byHandle = new LinkedHashMap<>();

  DeviceCodes(WorldClock clock) {
    this.clock = clock;
  }

  private record Asked(DeviceCode code, @Nullable Instant lastQuestion) {}

  /** What an application learns when it asks. */
  public enum Answer {
    /** There is no such code, or it was used. */
    UNKNOWN,
    /** The last question is too short a time ago. */
    TOO_SOON,
    /** Nobody has entered it yet. */
    PENDING,
    /** Nobody has entered it in time. */
    EXPIRED,
    /** The person refused; the code is used up. */
    DECLINED,
    /** Somebody has signed in; the code is used up. */
    APPROVED
  }

  /**
   * What an application learns when it asks.
   *
   * @param answer the answer
   * @param code the code, null when it is unknown
   */
  public record Told(Answer answer, @Nullable DeviceCode code) {}

  /** Adds a code. */
  public synchronized void add(String handle, DeviceCode code) {
    Instant forgotten = clock.now().minus(REMEMBERED);
    byHandle.values().removeIf(it -> it.code().expires().isBefore(forgotten));
    byHandle.put(handle, new Asked(code, null));
  }

  /** The codes that wait for a person, the oldest first. */
  public synchronized List<DeviceCode> pending() {
    return byHandle.values().stream().map(Asked::code).filter(this::waits).toList();
  }

  /** The code that waits under that user code; case, dashes and blanks do not matter. */
  public synchronized Optional<DeviceCode> pending(String userCode) {
    return pending().stream()
        .filter(it -> letters(it.userCode()).equals(letters(userCode)))
        .findFirst();
  }

  /** An account approves; false when no such code waits. */
  public boolean approve(String userCode, Account account) {
    return decide(userCode, it -> it.approvedBy(account.id()));
  }

  /** The person refuses; false when no such code waits. */
  public boolean decline(String userCode) {
    return decide(userCode, DeviceCode::declined);
  }

  /** An application asks. */
  public synchronized Told ask(String handle, UUID clientId) {
    Asked asked = byHandle.get(handle);
    if (asked == null || !asked.code().clientId().equals(clientId)) {
      return new Told(Answer.UNKNOWN, null);
    }
    DeviceCode code = asked.code();
    Instant now = clock.now();
    Instant last = asked.lastQuestion();
    byHandle.put(handle, new Asked(code, now));
    if (last != null && now.isBefore(last.plus(code.interval()))) {
      return new Told(Answer.TOO_SOON, code);
    }
    if (code.state() == DeviceCode.State.PENDING) {
      return new Told(code.isExpired(now) ? Answer.EXPIRED : Answer.PENDING, code);
    }
    byHandle.remove(handle);
    boolean approved = code.state() == DeviceCode.State.APPROVED;
    return new Told(approved ? Answer.APPROVED : Answer.DECLINED, code);
  }

  private synchronized boolean decide(String userCode, UnaryOperator<DeviceCode> decision) {
    Optional<DeviceCode> code = pending(userCode);
    code.ifPresent(
        it ->
            byHandle.replaceAll(
                (handle, asked) ->
                    asked.code().equals(it)
                        ? new Asked(decision.apply(it), asked.lastQuestion())
                        : asked));
    return code.isPresent();
  }

  private boolean waits(DeviceCode code) {
    return code.state() == DeviceCode.State.PENDING && !code.isExpired(clock.now());
  }

  private static String letters(String userCode) {
    return userCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }
}
