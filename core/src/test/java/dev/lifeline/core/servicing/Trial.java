package dev.lifeline.core.servicing;

import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.OperationKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One command on a faulty way, and the same command again until it succeeds, as a pipeline would.
 * After each of them LCS holds each operation once, or not, and then the command said so. For one
 * thread.
 */
final class Trial {
  private static final Duration BETWEEN_RUNS = Duration.ofMinutes(5);

  /** After so many runs all goes well. */
  private static final int FAULTY_RUNS = 4;

  private static final int MOST_RUNS = 10;

  private final Errand errand;
  private final FaultyLab lab;
  private final List<String> story = new ArrayList<>();
  private final List<Started> begun = new ArrayList<>();
  private boolean limited;
  private int runs;

  Trial(Errand errand, @Nullable Shelf shelf, IntFunction<Fate> fates) {
    this.errand = errand;
    this.lab =
        new FaultyLab(
            shelf,
            number -> {
              Fate fate = fates.apply(number);
              if (fate != Fate.FINE) {
                story.add("message " + number + ": " + fate);
              }
              return fate;
            });
  }

  /** How many messages there were. */
  int messages() {
    return lab.way.messages();
  }

  /** How often the command was run. */
  int runs() {
    return runs;
  }

  /** Runs the command once. */
  void runOnce() {
    succeeds();
  }

  /** Runs all of it. */
  void run() {
    for (runs = 1; runs <= MOST_RUNS; runs++) {
      if (runs > FAULTY_RUNS) {
        lab.way.calmDown();
      }
      if (succeeds()) {
        requireDone();
        return;
      }
      lab.time.sleep(BETWEEN_RUNS);
    }
    require(limited, "the command never succeeded");
  }

  private boolean succeeds() {
    boolean succeeded = succeeded();
    require(counts().stream().allMatch(count -> count <= 1), "something was started twice");
    return succeeded;
  }

  private boolean succeeded() {
    begun.clear();
    lab.way.forgetStarts();
    try {
      errand.run(lab.program(), begun::add);
      story.add("succeeded " + counts());
      return true;
    } catch (LifelineException e) {
      story.add(e.code() + " " + counts() + ": " + e.problem().message());
      require(e.code() != ProblemCode.INTERNAL, "a fault of Lifeline's own");
      require(
          isTold() || e.code() == ProblemCode.START_UNCERTAIN,
          "something was started, or may be, and the command does not say so");
      limited = e.code() == ProblemCode.DAILY_LIMIT;
      return false;
    } catch (Fate.Killed e) {
      story.add("killed " + counts());
      return false;
    }
  }

  /** Whether the command named each operation that it has started, or may have. */
  private boolean isTold() {
    return lab.way.starts().stream().allMatch(start -> begun.size() >= errand.step(start));
  }

  private void requireDone() {
    require(counts().stream().allMatch(count -> count == 1), "not everything was started");
    OperationKind last = errand.operations().get(errand.operations().size() - 1);
    Operation operation = lab.operations(last).get(0);
    require(
        begun
            .get(begun.size() - 1)
            .operation()
            .activity()
            .equals(new ActivityId(operation.activityId().toString())),
        "another operation was followed");
    if (errand.leaves()) {
      lab.way.calmDown();
      require(succeeds() && begun.get(0).joined(), "what goes on was not joined");
    }
    lab.time.sleep(Duration.ofHours(1));
    require(counts().stream().allMatch(count -> count == 1), "a late request started it again");
  }

  private List<Integer> counts() {
    return errand.operations().stream().map(kind -> lab.operations(kind).size()).toList();
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw failed(what);
    }
  }

  private AssertionError failed(String what) {
    return new AssertionError(what + "\n" + errand + "\n  " + String.join("\n  ", story));
  }
}
