package dev.lifeline.emulator.scenario;

import dev.lifeline.emulator.server.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults that are waiting for their requests, in the order in which they were added.
 * Thread-safe.
 */
public final class Faults {

  private final List<Waiting> waiting = new ArrayList<>();

  /** Adds a fault. It is used up after its last time. */
  public synchronized void add(Fault fault) {
    waiting.add(new Waiting(fault));
  }

  /** Forgets all faults. */
  public synchronized void clear() {
    waiting.clear();
  }

  /**
   * The faults that are not used up, each with what is left of its {@code skip} and {@code times}.
   */
  public synchronized List<Fault> list() {
    return waiting.stream().map(Waiting::rest).toList();
  }

  /** The action for this request. Each fault that fits counts it; the first that is due hits. */
  synchronized Optional<FaultAction> hit(String service, Call call) {
    Optional<FaultAction> hit = Optional.empty();
    for (Waiting it : waiting) {
      if (hit.isEmpty() && it.fault.fits(service, call)) {
        hit = it.count();
      }
    }
    waiting.removeIf(it -> it.left == 0);
    return hit;
  }

  private static final class Waiting {
    private final Fault fault;
    private int toSkip;
    private int left;

    Waiting(Fault fault) {
      this.fault = fault;
      this.toSkip = fault.skip();
      this.left = fault.times();
    }

    Optional<FaultAction> count() {
      if (toSkip > 0) {
        toSkip--;
        return Optional.empty();
      }
      left--;
      return Optional.of(fault.action());
    }

    Fault rest() {
      return fault.after(toSkip).times(left);
    }
  }
}
