package dev.lifeline.core.servicing;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Request;
import java.time.Duration;
import java.util.Map;

/** What becomes of one message between Lifeline and LCS: of a request and its answer. */
enum Fate {
  FINE,
  UNREACHABLE,
  UNREACHABLE_FOR_3_MINUTES,
  UNREACHABLE_FOR_20_MINUTES,
  REQUEST_LOST,
  REQUEST_LOST_IN_SILENCE,
  REQUEST_LATE_BY_2_MINUTES,
  REQUEST_LATE_BY_6_MINUTES,
  REQUEST_LATE_BY_14_MINUTES,
  REQUEST_TWICE,
  REQUEST_TWICE_FIRST_ANSWER_LOST,
  REQUEST_TWICE_SECOND_LATE,
  ANSWER_LOST,
  ANSWER_LATE,
  ANSWER_CUT,
  ANSWER_EMPTIED,
  ANSWER_OUT_OF_A_CACHE,
  ANSWER_REPLACED_BY_429,
  ANSWER_REPLACED_BY_504,
  ANSWER_REPLACED_BY_A_REFUSAL,
  THROTTLED,
  THROTTLED_FOR_LONG,
  BROKEN,
  BUSY,
  TOKEN_REFUSED,
  REFUSED,
  A_PAGE_INSTEAD,
  KILLED_BEFORE,
  KILLED_AFTER,
  KILLED_AND_REQUEST_LATE;

  /** The process ends at once, as by {@code kill -9}: an error that nobody catches. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }

  /** Takes the message its way. */
  Answer meet(FaultyWay way, Request request) {
    return switch (this) {
      case FINE -> way.carry(request);
      case UNREACHABLE -> throw way.unreachable();
      case UNREACHABLE_FOR_3_MINUTES -> throw way.unreachableFor(minutes(3));
      case UNREACHABLE_FOR_20_MINUTES -> throw way.unreachableFor(minutes(20));
      case REQUEST_LOST -> throw way.lost();
      case REQUEST_LOST_IN_SILENCE -> throw way.lostInSilence();
      case REQUEST_LATE_BY_2_MINUTES -> throw way.late(request, minutes(2)).lostInSilence();
      case REQUEST_LATE_BY_6_MINUTES -> throw way.late(request, minutes(6)).lostInSilence();
      case REQUEST_LATE_BY_14_MINUTES -> throw way.late(request, minutes(14)).lostInSilence();
      case REQUEST_TWICE -> way.twice(request);
      case REQUEST_TWICE_FIRST_ANSWER_LOST -> way.carried(request).carry(request);
      case REQUEST_TWICE_SECOND_LATE -> way.late(request, minutes(4)).carry(request);
      case ANSWER_LOST -> throw way.carried(request).lost();
      case ANSWER_LATE -> throw way.carried(request).lostInSilence();
      case ANSWER_CUT -> half(way.carry(request));
      case ANSWER_EMPTIED -> answer(way.carry(request).status(), "");
      case ANSWER_OUT_OF_A_CACHE -> way.cached(request);
      case ANSWER_REPLACED_BY_429 -> way.carried(request).answer(throttled(301));
      case ANSWER_REPLACED_BY_504 -> way.carried(request).answer(answer(504, ""));
      case ANSWER_REPLACED_BY_A_REFUSAL -> way.carried(request).answer(refusal());
      case THROTTLED -> throttled(20);
      case THROTTLED_FOR_LONG -> throttled(290);
      case BROKEN -> answer(500, "");
      case BUSY -> answer(503, "");
      case TOKEN_REFUSED -> answer(401, "");
      case REFUSED -> refusal();
      case A_PAGE_INSTEAD -> answer(200, "<!DOCTYPE html><html></html>");
      case KILLED_BEFORE -> throw new Killed();
      case KILLED_AFTER -> throw way.carried(request).killed();
      case KILLED_AND_REQUEST_LATE -> throw way.late(request, minutes(4)).killed();
    };
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Answer answer(int status, String text) {
    return new Answer(status, Map.of(), text);
  }

  private static Answer half(Answer answer) {
    return answer(answer.status(), answer.text().substring(0, answer.text().length() / 2));
  }

  private static Answer refusal() {
    return answer(200, "{\"IsSuccess\":false,\"ErrorMessage\":null}");
  }

  private static Answer throttled(int seconds) {
    return new Answer(429, Map.of("retry-after", Integer.toString(seconds)), "");
  }
}
