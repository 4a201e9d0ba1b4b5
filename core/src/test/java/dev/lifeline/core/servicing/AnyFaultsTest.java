package dev.lifeline.core.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever happens to all the messages of a command, and of the same command again and again. */
class AnyFaultsTest {
  private static final int TRIES = 10_000;
  private static final int MOST_FAULTS = 60;

  private static Shelves shelves;
  private static int trials;

  @BeforeContainer
  static void open() throws IOException {
    shelves = Shelves.open();
  }

  @AfterContainer
  static void close() throws IOException {
    shelves.close();
    assertThat(trials).isGreaterThanOrEqualTo(TRIES);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void each_operation_is_started_once(@ForAll Errand errand, @ForAll("fates") List<Fate> fates) {
    new Trial(errand, shelves.next(), in(fates)).run();
    trials++;
  }

  /** Nothing is written down there: a later run knows only what goes on. */
  @Property(tries = TRIES / 10, shrinking = ShrinkingMode.BOUNDED)
  void without_a_home_one_run_starts_each_operation_once(
      @ForAll Errand errand, @ForAll("fates") List<Fate> fates) {
    new Trial(errand, null, in(fates)).runOnce();
  }

  /**
   * No cache: one that tells the old state twice hides what LCS does, and is beyond the promise.
   */
  @Provide
  Arbitrary<List<Fate>> fates() {
    Arbitrary<Fate> fault =
        Arbitraries.of(Fate.class).filter(fate -> fate != Fate.ANSWER_OUT_OF_A_CACHE);
    return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(Fate.FINE)), Tuple.of(1, fault))
        .list()
        .ofMaxSize(MOST_FAULTS);
  }

  private static IntFunction<Fate> in(List<Fate> fates) {
    return number -> number < fates.size() ? fates.get(number) : Fate.FINE;
  }
}
