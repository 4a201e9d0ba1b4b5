package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps out who asks too often, when the world's settings say so. A call that is kept out does not
 * count (ASSUMED). A restart forgets the calls. Thread-safe.
 */
final class RateLimits {

  private final World world;
  private final Map<Counted, Deque<Instant>> calls = new HashMap<>();

  RateLimits(World world) {
    this.world = world;
  }

  private record Counted(RateLimit limit, String key) {}

  /** The call within all of these limits. */
  Access.ProjectCall on(Access.ProjectCall call, RateLimit... limits) {
    List<RateLimit> all = List.of(limits);
    return (request, path, caller) -> {
      Optional<Duration> wait =
          world.settings().limits().throttles() ? count(all, path, caller) : Optional.empty();
      return wait.isPresent() ? tooMany(wait.get()) : call.answer(request, path, caller);
    };
  }

  /** Counts a call, or says how long to wait. */
  private synchronized Optional<Duration> count(
      List<RateLimit> limits, Routes.Names path, Caller caller) {
    Instant now = world.clock().now();
    List<Counted> counted =
        limits.stream().map(it -> new Counted(it, it.key(path, caller))).toList();
    Optional<Duration> wait =
        counted.stream()
            .map(it -> wait(it, now))
            .filter(it -> !it.isZero())
            .max(Duration::compareTo);
    if (wait.isEmpty()) {
      counted.forEach(it -> callsOf(it).addLast(now));
    }
    return wait;
  }

  private Duration wait(Counted counted, Instant now) {
    Deque<Instant> made = callsOf(counted);
    Duration window = counted.limit().window();
    while (!made.isEmpty() && !made.getFirst().plus(window).isAfter(now)) {
      made.removeFirst();
    }
    return made.size() < counted.limit().calls()
        ? Duration.ZERO
        : Duration.between(now, made.getFirst().plus(window));
  }

  private Deque<Instant> callsOf(Counted counted) {
    return calls.computeIfAbsent(counted, it -> new ArrayDeque<>());
  }

  /** Whole seconds, rounded up: who waits so long is let in. */
  private static Reply tooMany(Duration wait) {
    long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
    return Messages.reply(429, "Too many requests. Try again in " + seconds + " seconds.")
        .header("Retry-After", Long.toString(seconds));
  }
}
