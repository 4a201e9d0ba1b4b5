package dev.lifeline.core.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.event.Listener;
import dev.lifeline.core.testing.ManualTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every order of calls by every number of callers that share a folder. */
class RateBudgetPropertiesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final List<List<RateLimit>> CALLS =
      List.of(
          List.of(RateLimit.ENVIRONMENT_METADATA),
          List.of(RateLimit.ENVIRONMENT_HISTORY, RateLimit.PROJECT_HISTORY),
          List.of(RateLimit.ENVIRONMENT_POWER, RateLimit.USER_POWER),
          List.of(RateLimit.RSAT_CERTIFICATE));

  /** One call: by whom, of which kind, about which environment, how long after the last one. */
  record Step(int caller, int kind, boolean other, int secondsLater) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, CALLS.size() - 1),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 20))
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 100)
  void no_window_ever_holds_more_calls_than_allowed(@ForAll("steps") List<Step> steps)
      throws IOException {
    Path folder = Files.createTempDirectory("rates");
    try {
      ManualTime time = new ManualTime(NOW);
      List<RateBudget> callers =
          Stream.generate(() -> Turns.on(folder, time, Listener.NONE)).limit(3).toList();
      Map<Counter, List<Instant>> made = new HashMap<>();
      for (Step step : steps) {
        time.advance(Duration.ofSeconds(step.secondsLater()));
        List<RateUse> uses = uses(step);
        callers.get(step.caller()).await(uses);
        for (RateUse use : uses) {
          made.computeIfAbsent(
                  new Counter(use.limit(), use.limit().subject(Turns.CALLER, use)),
                  it -> new ArrayList<>())
              .add(time.instant());
        }
      }

      made.forEach(RateBudgetPropertiesTest::requireWithin);
    } finally {
      delete(folder);
    }
  }

  @Example
  void two_processes_share_what_there_is() throws Exception {
    Path folder = Files.createTempDirectory("rates");
    try {
      Process one = takeTurns(folder);
      Process two = takeTurns(folder);

      List<String> said = new ArrayList<>(lines(one));
      said.addAll(lines(two));

      assertThat(List.of(one.waitFor(), two.waitFor())).as(said.toString()).containsExactly(0, 0);
      assertThat(said).hasSize(RateLimit.USER_POWER.calls()).containsOnly("turn");
    } finally {
      delete(folder);
    }
  }

  private static void requireWithin(Counter counter, List<Instant> times) {
    int calls = counter.limit().calls();
    for (int i = calls; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - calls), times.get(i)))
          .as("between call %d and call %d on %s", i - calls, i, counter)
          .isGreaterThanOrEqualTo(counter.limit().window());
    }
  }

  private static List<RateUse> uses(Step step) {
    return CALLS.get(step.kind()).stream()
        .map(
            limit ->
                new RateUse(limit, Turns.PROJECT, step.other() ? Turns.OTHER : Turns.ENVIRONMENT))
        .toList();
  }

  private static Process takeTurns(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            TakeTurns.class.getName(),
            folder.toString(),
            NOW.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static List<String> lines(Process process) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
