package dev.lifeline.hub.health;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.web.Method;
import dev.lifeline.hub.web.Reply;
import dev.lifeline.hub.web.Witness;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Whether the hub is alive, whether it can work, and its figures for Prometheus. Thread-safe; the
 * only user of Micrometer.
 */
public final class Health implements Witness {
  private static final String REQUESTS = "lifeline.hub.requests";

  private final Database database;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final Map<RunState, AtomicLong> runs = new EnumMap<>(RunState.class);

  /** Of a hub with that database and that clock. */
  public Health(Database database, InstantSource clock, Duration passwordAge) {
    this.database = database;
    Gauge.builder("lifeline.connection.password.age.days", () -> oldest(clock))
        .description("age of the oldest password of a connection")
        .register(registry);
    Gauge.builder(
            "lifeline.connection.passwords.old", () -> old(clock.instant().minus(passwordAge)))
        .description("connections whose password should be replaced")
        .register(registry);
    for (RunState state : RunState.values()) {
      AtomicLong count = new AtomicLong();
      runs.put(state, count);
      Gauge.builder("lifeline.hub.runs", count, AtomicLong::get)
          .description("runs by state, of all nodes")
          .tag("state", state.id())
          .register(registry);
    }
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.HEALTH, call -> Reply.json(Map.of("status", "UP")))
        .on(Route.READY, call -> ready())
        .on(Route.METRICS_READ, this::metrics);
  }

  @Override
  public void answered(String route, Method method, int status, Duration duration) {
    Timer.builder(REQUESTS)
        .description("answered requests")
        .tag("route", route)
        .tag("method", method.name())
        .tag("status", Integer.toString(status))
        .register(registry)
        .record(duration);
  }

  /** Adds a figure that counts up. */
  public void counts(String name, String description, Supplier<Number> figure) {
    FunctionCounter.builder(name, figure, each -> each.get().doubleValue())
        .description(description)
        .register(registry);
  }

  private Reply metrics(Call call) {
    Map<RunState, Long> counts = call.tables().runs().count();
    for (RunState state : RunState.values()) {
      Objects.requireNonNull(runs.get(state)).set(counts.getOrDefault(state, 0L));
    }
    return Reply.text(200, registry.scrape());
  }

  /**
   * What was answered since the start.
   *
   * @param answers how many
   * @param faults how many of them said that the hub has failed
   * @param mean how long they took on average; nothing without any
   */
  public record Figures(long answers, long faults, Duration mean) {}

  /** The figures of this node. */
  public Figures figures() {
    long answers = 0;
    long faults = 0;
    double millis = 0;
    for (Timer timer : registry.find(REQUESTS).timers()) {
      answers += timer.count();
      millis += timer.totalTime(TimeUnit.MILLISECONDS);
      String status = String.valueOf(timer.getId().getTag("status"));
      faults += status.startsWith("5") ? timer.count() : 0;
    }
    return new Figures(
        answers, faults, Duration.ofNanos(answers == 0 ? 0 : (long) (millis * 1e6 / answers)));
  }

  /** Whether the database answers. */
  public boolean isReady() {
    return database.isUp();
  }

  /** Whether several hubs can share the database. */
  public boolean isShared() {
    return database.isPostgreSql();
  }

  private double oldest(InstantSource clock) {
    return database
        .inTransaction(tables -> tables.states().oldestPassword())
        .map(since -> Duration.between(since, clock.instant()).toHours() / 24.0)
        .orElse(0.0);
  }

  private double old(Instant then) {
    return database.inTransaction(tables -> tables.states().olderThan(then).size());
  }

  private Reply ready() {
    return database.isUp()
        ? Reply.json(Map.of("status", "UP"))
        : Reply.json(Map.of("status", "DOWN")).status(503);
  }
}
