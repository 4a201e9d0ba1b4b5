package dev.lifeline.emulator.world;

import static dev.lifeline.emulator.world.OperationState.ABORTED;
import static dev.lifeline.emulator.world.OperationState.COMPLETED;
import static dev.lifeline.emulator.world.OperationState.ROLLBACK_COMPLETED;
import static dev.lifeline.emulator.world.OperationState.ROLLBACK_FAILED;
import static dev.lifeline.emulator.world.OperationState.ROLLBACK_IN_PROGRESS;
import static dev.lifeline.emulator.world.OperationState.SIGNED_OFF;
import static dev.lifeline.emulator.world.OperationState.UNHEARD_OF;

import dev.lifeline.emulator.world.Course.Leg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How an operation ends, in the order in which a name is searched for the words. A kind of
 * operation that has no such end takes the one that is nearest to it.
 */
public enum Outcome {
  /** What was done is to be taken back, and even that fails. */
  ROLLBACK_FAILS("rollback fail"),
  /** What was done is taken back. */
  ROLLS_BACK("rollback"),
  /** It fails after two thirds of its time. */
  FAILS("fail"),
  /** Somebody ends it at half of its time. */
  ABORTS("abort"),
  /** It succeeds, and the word for it is SignedOff. */
  IS_SIGNED_OFF("signed"),
  /** From half of its time on it shows a word that nobody knows, for ever. */
  TURNS_UNKNOWN("unknown"),
  /**
   * At half of its time it shows a word that nobody knows, for a tenth of it, and then succeeds.
   */
  LOOKS_STRANGE("strange"),
  /** It succeeds, and takes ten times as long. */
  IS_SLOW("slow"),
  /** It never ends. */
  GETS_STUCK("stuck"),
  /** It succeeds. */
  SUCCEEDS("");

  private static final int SLOWNESS = 10;

  /** Between blanks. */
  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /**
   * The fate of an operation with that name: the first whose words it holds, in any case; the last
   * has none.
   */
  public static Outcome ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(it -> Arrays.stream(it.words.split(" ", -1)).allMatch(lower::contains))
        .findFirst()
        .orElse(SUCCEEDS);
  }

  /** The states that an operation of that kind goes through. */
  public Course course(OperationKind kind) {
    List<Leg> way = kind.way();
    int minutes = kind.minutes();
    int half = minutes / 2;
    OperationState success = kind.success();
    return switch (nearest(kind)) {
      case SUCCEEDS -> Course.ending(way, minutes, success);
      case FAILS -> Course.ending(way, minutes * 2 / 3, kind.failure());
      case ABORTS -> Course.ending(way, half, ABORTED);
      case ROLLS_BACK ->
          Course.ending(Course.until(way, half, ROLLBACK_IN_PROGRESS), minutes, ROLLBACK_COMPLETED);
      case ROLLBACK_FAILS ->
          Course.ending(Course.until(way, half, ROLLBACK_IN_PROGRESS), minutes, ROLLBACK_FAILED);
      case IS_SIGNED_OFF -> Course.ending(way, minutes, SIGNED_OFF);
      case TURNS_UNKNOWN -> Course.endless(way, half, UNHEARD_OF);
      case LOOKS_STRANGE -> Course.ending(strange(way, half, minutes), minutes, success);
      case IS_SLOW -> Course.ending(way, minutes, success).slowedBy(SLOWNESS);
      case GETS_STUCK -> new Course(way, false);
    };
  }

  /** What an operation of that kind makes of this: not each of them can be taken back. */
  private Outcome nearest(OperationKind kind) {
    return switch (this) {
      case ROLLS_BACK, ROLLBACK_FAILS ->
          kind == OperationKind.ON_PREMISES_PREPARATION
              ? SUCCEEDS // there is nothing to take back yet: it comes in the second step
              : kind.rollsBack() ? this : FAILS;
      case ABORTS -> kind.rollsBack() ? this : FAILS;
      case IS_SIGNED_OFF -> kind.success() == COMPLETED ? this : SUCCEEDS;
      case FAILS, TURNS_UNKNOWN, LOOKS_STRANGE, IS_SLOW, GETS_STUCK, SUCCEEDS -> this;
    };
  }

  private static List<Leg> strange(List<Leg> way, int half, int minutes) {
    List<Leg> legs = new ArrayList<>(Course.until(way, half, UNHEARD_OF));
    int again = half + Math.max(1, minutes / 10);
    legs.add(new Leg(way.get(way.size() - 1).state(), again));
    return legs;
  }
}
