package dev.lifeline.core.servicing;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Receiver;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.server.InProcess;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** The way to LCS, on which each message meets its fate. For one thread. */
final class FaultyWay implements Transport {
  private static final Duration MESSAGE = Duration.ofMillis(200);

  private final InProcess lcs;
  private final EventfulTime time;
  private final IntFunction<Fate> fates;
  private final Map<URI, Answer> lastAnswers = new HashMap<>();
  private int messages;
  private final Set<URI> starts = new HashSet<>();
  private boolean calm;
  private Instant outageUntil = Instant.MIN;

  /**
   * @param fates the fate of each message, by its number from 0
   */
  FaultyWay(InProcess lcs, EventfulTime time, IntFunction<Fate> fates) {
    this.lcs = lcs;
    this.time = time;
    this.fates = fates;
  }

  /** What was asked of LCS to start, whether it has arrived there or is still to arrive. */
  Set<URI> starts() {
    return Set.copyOf(starts);
  }

  /** From now on starts are noted anew. */
  void forgetStarts() {
    starts.clear();
  }

  /** How many messages there were. */
  int messages() {
    return messages;
  }

  /** From now on all goes well. */
  void calmDown() {
    calm = true;
    outageUntil = Instant.MIN;
  }

  @Override
  public Answer send(Request request) {
    time.sleep(MESSAGE);
    if (time.instant().isBefore(outageUntil)) {
      throw unreachable();
    }
    return calm ? carry(request) : fates.apply(messages++).meet(this, request);
  }

  @Override
  public <T> T receive(Request request, Receiver<T> receiver) {
    throw new UnsupportedOperationException("LCS sends no streams");
  }

  @Override
  public void close() {}

  /** LCS gets it, and its answer arrives; no call of LCS that this meets has a body. */
  Answer carry(Request request) {
    noteStart(request);
    return deliver(request);
  }

  private Answer deliver(Request request) {
    Answer answer =
        lcs.ask(request.method(), request.uri(), request.headers(), "")
            .map(answered -> new Answer(answered.status(), answered.headers(), answered.text()))
            .orElseThrow();
    if (request.method().equals("GET")) {
      lastAnswers.put(request.uri(), answer);
    }
    return answer;
  }

  /** A cache on the way answers what LCS answered the last time. */
  Answer cached(Request request) {
    Answer known = lastAnswers.get(request.uri());
    return known == null ? carry(request) : known;
  }

  private void noteStart(Request request) {
    if (request.method().equals("POST")) {
      starts.add(request.uri());
    }
  }

  /** LCS gets it. */
  FaultyWay carried(Request request) {
    carry(request);
    return this;
  }

  /** LCS gets it after so long, whatever else happens. */
  FaultyWay late(Request request, Duration delay) {
    noteStart(request);
    time.in(delay, () -> deliver(request));
    return this;
  }

  /** LCS gets it twice, and the first answer arrives. */
  Answer twice(Request request) {
    Answer first = carry(request);
    carry(request);
    return first;
  }

  /** In place of LCS's answer. */
  Answer answer(Answer other) {
    return other;
  }

  LifelineException unreachable() {
    return failure(ProblemCode.UNREACHABLE);
  }

  /** From now on nothing goes through for so long. */
  LifelineException unreachableFor(Duration duration) {
    outageUntil = time.instant().plus(duration);
    return unreachable();
  }

  /** The connection ends. */
  LifelineException lost() {
    return failure(ProblemCode.ANSWER_LOST);
  }

  /** The connection stays, and nothing comes, until the client gives up. */
  LifelineException lostInSilence() {
    time.sleep(TimeLimits.DEFAULTS.answer());
    return lost();
  }

  /** The process ends; nobody is there any more to hear of it. */
  Fate.Killed killed() {
    return new Fate.Killed();
  }

  private static LifelineException failure(ProblemCode code) {
    return Problem.of(code, "a fault on the way").raise();
  }
}
