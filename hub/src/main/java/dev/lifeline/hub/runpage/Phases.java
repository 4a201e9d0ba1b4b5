package dev.lifeline.hub.runpage;

import dev.lifeline.core.json.Json;
import dev.lifeline.hub.chart.Tone;
import dev.lifeline.hub.model.EventKind;
import dev.lifeline.hub.model.RunEvent;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.model.RunStep;
import dev.lifeline.hub.page.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a step went through, as its run's events tell. */
final class Phases {
  private final Texts texts;
  private final List<RunEvent> events;
  private final Instant now;

  Phases(Texts texts, List<RunEvent> events, Instant now) {
    this.texts = texts;
    this.events = events;
    this.now = now;
  }

  private record Mark(Instant at, String word, Tone tone) {}

  /** From its beginning on; none of a step that has not begun. */
  List<Phase> of(RunStep step) {
    Instant started = step.started();
    if (started == null) {
      return List.of();
    }
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark(started, texts.of("runs.phase.starting"), Tone.WAITING));
    events.stream()
        .filter(event -> Objects.equals(event.step(), step.position()))
        .flatMap(event -> mark(event).stream())
        .filter(mark -> !mark.word().equals(marks.get(marks.size() - 1).word()))
        .forEach(marks::add);
    Instant ended = step.ended();
    if (ended != null) {
      marks.add(end(step, ended));
    }
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      Instant last = ended == null ? now : ended;
      Instant to = i + 1 < marks.size() ? marks.get(i + 1).at() : last;
      phases.add(
          new Phase(mark.word(), mark.tone(), mark.at(), to.isBefore(mark.at()) ? mark.at() : to));
    }
    return phases;
  }

  private Optional<Mark> mark(RunEvent event) {
    if (event.kind() == EventKind.STUCK) {
      return Optional.of(new Mark(event.happened(), texts.of("runs.state.stuck"), Tone.TROUBLE));
    }
    if (event.kind() != EventKind.STATE_CHANGED) {
      return Optional.empty();
    }
    Object status = Json.read(event.details(), Map.class).orElse(Map.of()).get("status");
    return Optional.ofNullable(status)
        .map(Object::toString)
        .map(word -> new Mark(event.happened(), word, tone(word)));
  }

  private static Tone tone(String word) {
    return word.toLowerCase(Locale.ROOT).contains("rollback") ? Tone.TROUBLE : Tone.GOING;
  }

  private Mark end(RunStep step, Instant ended) {
    Tone tone =
        switch (step.state()) {
          case SUCCEEDED -> Tone.GOOD;
          case FAILED -> Tone.BAD;
          case QUEUED, RUNNING, WAITING, STUCK, CANCELLED -> Tone.WAITING;
        };
    String status = step.progress().status();
    boolean isOurs = status == null || step.state() == RunState.CANCELLED;
    return new Mark(
        ended, isOurs ? texts.of("runs.state." + step.state().id()) : String.valueOf(status), tone);
  }
}
