package dev.lifeline.emulator.scenario;

import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Service;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** A service with its faults, which also records what it received. Thread-safe. */
public final class FaultyService implements Service {

  private final String name;
  private final Service service;
  private final Scenario scenario;

  /** Wraps a service. */
  public FaultyService(String name, Service service, Scenario scenario) {
    this.name = name;
    this.service = service;
    this.scenario = scenario;
  }

  /**
   * What all services of an emulator share.
   *
   * @param faults the faults that wait
   * @param received what was received
   * @param pause how delays are spent
   * @param clock the time shown in the record
   */
  public record Scenario(Faults faults, ReceivedLog received, Pause pause, InstantSource clock) {}

  @Override
  public Reply answer(Call call) throws IOException {
    Instant at = scenario.clock().instant();
    // read before the service: a form can be read again, a blob's bytes cannot
    Map<String, String> form = name.equals("blob") ? Map.of() : Recording.form(call);
    Optional<FaultAction> fault = scenario.faults().hit(name, call);
    Reply reply =
        fault.isPresent()
            ? fault.get().apply(call, service, scenario.pause())
            : service.answer(call);
    boolean cut =
        fault.isPresent()
            && (fault.get() instanceof FaultAction.CutBefore
                || fault.get() instanceof FaultAction.LoseAnswer);
    scenario
        .received()
        .add(
            new Received(
                at,
                name,
                call.method(),
                call.path(),
                Recording.query(call),
                Recording.headers(call),
                form,
                cut ? 0 : reply.status(),
                Recording.bytes(call),
                cut ? 0 : reply.length(),
                fault.map(it -> String.valueOf(it.describe().tree().get("action"))).orElse("")));
    return reply;
  }
}
