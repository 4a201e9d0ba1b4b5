package dev.lifeline.emulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.emulator.world.Course.Leg;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {

  private static final int TEN_DAYS = 14_400;

  @Property
  void states_never_come_back_once_they_are_over(
      @ForAll OperationKind kind,
      @ForAll Outcome outcome,
      @ForAll @IntRange(max = 1000) int earlier,
      @ForAll @IntRange(max = 1000) int later) {
    Course course = outcome.course(kind);

    int first = leg(course, Math.min(earlier, later));
    int second = leg(course, Math.max(earlier, later));

    assertThat(first).isLessThanOrEqualTo(second);
  }

  @Property
  void what_has_ended_stays_as_it_is(
      @ForAll OperationKind kind,
      @ForAll Outcome outcome,
      @ForAll @IntRange(max = TEN_DAYS) int minute,
      @ForAll @IntRange(max = TEN_DAYS) int more) {
    Course course = outcome.course(kind);

    if (course.hasEndedAfter(minutes(minute))) {
      assertThat(course.hasEndedAfter(minutes(minute + more))).isTrue();
      assertThat(course.stateAfter(minutes(minute + more)))
          .isEqualTo(course.stateAfter(minutes(minute)));
    }
  }

  @Property
  void it_begins_as_its_kind_begins_and_is_under_way(
      @ForAll OperationKind kind, @ForAll Outcome outcome) {
    Course course = outcome.course(kind);

    assertThat(course.stateAfter(Duration.ZERO)).isEqualTo(kind.way().get(0).state());
    assertThat(course.hasEndedAfter(Duration.ZERO)).isFalse();
    assertThat(course.stateAfter(Duration.ofMinutes(-1))).isEqualTo(kind.way().get(0).state());
  }

  @Property
  void only_what_is_stuck_or_unknown_never_ends(
      @ForAll OperationKind kind, @ForAll Outcome outcome) {
    boolean endless = outcome == Outcome.GETS_STUCK || outcome == Outcome.TURNS_UNKNOWN;

    assertThat(outcome.course(kind).duration().isEmpty()).isEqualTo(endless);
    assertThat(outcome.course(kind).hasEndedAfter(minutes(TEN_DAYS))).isEqualTo(!endless);
  }

  @Property
  void no_state_comes_twice_but_the_one_after_a_strange_word(
      @ForAll OperationKind kind, @ForAll Outcome outcome) {
    List<OperationState> states = outcome.course(kind).legs().stream().map(Leg::state).toList();

    if (outcome == Outcome.LOOKS_STRANGE) {
      assertThat(states).containsOnlyOnce(OperationState.UNHEARD_OF);
    } else {
      assertThat(states).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE, SUCCEEDS,       NOT_STARTED PREPARING_ENVIRONMENT IN_PROGRESS COMPLETED",
    "UPDATE, FAILS,          NOT_STARTED PREPARING_ENVIRONMENT IN_PROGRESS FAILED",
    "UPDATE, ABORTS,         NOT_STARTED PREPARING_ENVIRONMENT IN_PROGRESS ABORTED",
    "UPDATE, IS_SIGNED_OFF,  NOT_STARTED PREPARING_ENVIRONMENT IN_PROGRESS SIGNED_OFF",
    "UPDATE, ROLLBACK_FAILS, NOT_STARTED PREPARING_ENVIRONMENT IN_PROGRESS ROLLBACK_IN_PROGRESS ROLLBACK_FAILED",
    "UPDATE, LOOKS_STRANGE,  NOT_STARTED PREPARING_ENVIRONMENT IN_PROGRESS UNHEARD_OF IN_PROGRESS COMPLETED",
    "UPDATE, TURNS_UNKNOWN,  NOT_STARTED PREPARING_ENVIRONMENT IN_PROGRESS UNHEARD_OF",
    "UPDATE, GETS_STUCK,     NOT_STARTED PREPARING_ENVIRONMENT IN_PROGRESS",
    "ON_PREMISES_PREPARATION, SUCCEEDS,   NOT_STARTED PREPARING_ENVIRONMENT DOWNLOADING PREPARATION_SUCCEEDED",
    "ON_PREMISES_PREPARATION, FAILS,      NOT_STARTED PREPARING_ENVIRONMENT DOWNLOADING PREPARATION_FAILED",
    "ON_PREMISES_PREPARATION, ROLLS_BACK, NOT_STARTED PREPARING_ENVIRONMENT DOWNLOADING PREPARATION_SUCCEEDED",
    "ON_PREMISES_DEPLOYMENT,  SUCCEEDS,   PREPARATION_SUCCEEDED DEPLOYING DEPLOYED",
    "ON_PREMISES_DEPLOYMENT,  ROLLS_BACK, PREPARATION_SUCCEEDED DEPLOYING ROLLBACK_IN_PROGRESS ROLLBACK_COMPLETED",
    "SCALE_UNIT_UPDATE, SUCCEEDS,   NOT_STARTED QUEUED RUNNING SUCCEEDED",
    "SCALE_UNIT_UPDATE, ROLLS_BACK, NOT_STARTED QUEUED RUNNING FAILED",
    "E_COMMERCE_UPDATE, SUCCEEDS,   NOT_STARTED IN_PROGRESS SUCCEEDED",
    "E_COMMERCE_UPDATE, ABORTS,     NOT_STARTED IN_PROGRESS FAILED",
    "DATABASE_REFRESH,  ROLLS_BACK, NOT_STARTED IN_PROGRESS ROLLBACK_IN_PROGRESS ROLLBACK_COMPLETED",
    "DATABASE_EXPORT,   SUCCEEDS,   NOT_STARTED IN_PROGRESS COMPLETED",
  })
  void each_kind_goes_its_own_way(OperationKind kind, Outcome outcome, String states) {
    String legs =
        outcome.course(kind).legs().stream()
            .map(it -> it.state().name())
            .collect(Collectors.joining(" "));

    assertThat(legs).isEqualTo(states);
  }

  @Test
  void what_is_slow_takes_ten_times_as_long() {
    Duration usual = Outcome.SUCCEEDS.course(OperationKind.UPDATE).duration().orElseThrow();

    assertThat(Outcome.IS_SLOW.course(OperationKind.UPDATE).duration())
        .contains(usual.multipliedBy(10));
  }

  @Test
  void a_strange_word_is_gone_before_a_third_look_at_it() {
    List<Leg> legs = Outcome.LOOKS_STRANGE.course(OperationKind.UPDATE).legs();

    assertThat(legs.get(4).fromMinute() - legs.get(3).fromMinute()).isBetween(5, 9);
  }

  @ParameterizedTest
  @CsvSource({
    "Release 42,              SUCCEEDS",
    "this will FAIL,          FAILS",
    "needs a Rollback,        ROLLS_BACK",
    "a rollback that fails,   ROLLBACK_FAILS",
    "abort me,                ABORTS",
    "signed off,              IS_SIGNED_OFF",
    "unknown state,           TURNS_UNKNOWN",
    "strange for a while,     LOOKS_STRANGE",
    "slow,                    IS_SLOW",
    "stuck,                   GETS_STUCK",
    "'',                      SUCCEEDS",
  })
  void a_name_says_the_end(String name, Outcome outcome) {
    assertThat(Outcome.ofName(name)).isEqualTo(outcome);
  }

  @Test
  void legs_that_do_not_follow_each_other_are_refused() {
    Leg first = new Leg(OperationState.NOT_STARTED, 0);

    assertThatThrownBy(() -> new Course(List.of(), true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Course(List.of(first, first), true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int leg(Course course, int minute) {
    List<Leg> legs = course.legs();
    OperationState state = course.stateAfter(minutes(minute));
    int leg = 0;
    for (int i = 0; i < legs.size(); i++) {
      if (legs.get(i).fromMinute() <= minute) {
        leg = i;
      }
    }
    assertThat(state).isEqualTo(legs.get(leg).state());
    return leg;
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
