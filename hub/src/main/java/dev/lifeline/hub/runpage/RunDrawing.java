package dev.lifeline.hub.runpage;

import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.servicing.JoinCommand;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.chart.Bar;
import dev.lifeline.hub.chart.Chart;
import dev.lifeline.hub.chart.Scale;
import dev.lifeline.hub.chart.Tone;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.FollowedOperation;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunEvent;
import dev.lifeline.hub.model.RunStep;
import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.ProblemPanel;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.page.Texts;
import dev.lifeline.hub.run.RunRequests;
import dev.lifeline.hub.runpage.RunView.Course;
import dev.lifeline.hub.runpage.RunView.Facts;
import dev.lifeline.hub.runpage.RunView.Head;
import dev.lifeline.hub.runpage.RunView.Link;
import dev.lifeline.hub.runpage.RunView.Log;
import dev.lifeline.hub.runpage.RunView.Part;
import dev.lifeline.hub.runpage.RunView.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what the page of a run shows. */
final class RunDrawing {
  private static final int MOST_EVENTS = 1000;
  private static final int LATEST = 20;
  private static final int TICKS = 6;

  private final Texts texts;

  RunDrawing(Texts texts) {
    this.texts = texts;
  }

  RunView view(Call call, Run run) {
    List<RunEvent> events = call.tables().runEvents().of(run.id(), 0, MOST_EVENTS);
    List<StepView> steps = steps(call, run, events);
    return new RunView(
        TemplatedPages.isScripted(call.http()) ? Part.LIVE : Part.PAGE,
        new Head(
            run.name(),
            Places.of(call, run.id()),
            run.state(),
            call.http().query("seen").orElse(""),
            RunRequests.powers(call, run).contains(Power.USE),
            run.times().cancelRequested() != null),
        facts(call, run, steps),
        new Course(chart(run, steps, call.now()), steps),
        log(call, run, events),
        problem(run));
  }

  private List<StepView> steps(Call call, Run run, List<RunEvent> events) {
    Phases phases = new Phases(texts, events, call.now());
    List<StepView> views = new ArrayList<>();
    for (RunStep step : run.steps()) {
      views.add(
          new StepView(
              step.position() + 1,
              StepWords.title(texts, step.order()),
              step.state(),
              phases.of(step),
              run.state().isEnd() ? null : usual(call, run, step).orElse(null),
              joined(call, run, step.progress().operation())));
    }
    return views;
  }

  private static Optional<Duration> usual(Call call, Run run, RunStep step) {
    return Usual.of(call.tables().runFacts().took(run.place().connection(), step.order(), LATEST));
  }

  private static StepView.@Nullable Joined joined(
      Call call, Run run, @Nullable FollowedOperation operation) {
    if (operation == null || operation.isValidation()) {
      return null;
    }
    String project = run.place().lcsProject();
    return new StepView.Joined(
        operation.activity(),
        JoinCommand.of(operation.in(ProjectId.of(project)))
            + " --project-id "
            + project
            + " --hub "
            + call.http().address()
            + " --connection "
            + run.place().connection());
  }

  private static Facts facts(Call call, Run run, List<StepView> steps) {
    Run.Times times = run.times();
    @Nullable UUID rerunOf = run.origin().rerunOf();
    List<Duration> usual = steps.stream().map(StepView::usual).filter(Objects::nonNull).toList();
    return new Facts(
        run.number(),
        RunList.person(call, run),
        run.origin().tokenName(),
        connection(call, run),
        run.place().lcsProject(),
        new Times(
            times.created(),
            times.ended(),
            RunList.took(run, call.now()),
            usual.size() < steps.size()
                ? null
                : usual.stream().reduce(Duration.ZERO, Duration::plus),
            rerunOf == null ? null : Places.of(call, rerunOf)));
  }

  private static Link connection(Call call, Run run) {
    Optional<Connection> connection = call.tables().connections().get(run.place().connection());
    return connection
        .filter(each -> each.in(call.project().id()).isPresent())
        .map(each -> new Link(call.reference(each).name(), Places.connection(call, run)))
        .orElseGet(() -> new Link(run.place().connection().toString(), null));
  }

  /** As long as the run, and as what is expected of it. */
  private static Chart chart(Run run, List<StepView> steps, Instant now) {
    Instant started = run.times().started();
    Instant origin = started == null ? run.times().created() : started;
    Instant ended = run.times().ended();
    Instant last =
        Stream.concat(
                steps.stream().flatMap(step -> expectedEnd(step).stream()),
                Stream.of(ended == null ? now : ended))
            .max(Instant::compareTo)
            .orElse(now);
    Scale scale = new Scale(Duration.between(origin, last));
    return new Chart(
        steps.stream().map(step -> lane(scale, origin, step)).toList(), scale.ticks(TICKS));
  }

  private static Optional<Instant> expectedEnd(StepView step) {
    Duration usual = step.usual();
    return usual == null || step.phases().isEmpty() || step.state().isEnd()
        ? Optional.empty()
        : Optional.of(step.phases().get(0).from().plus(usual));
  }

  private static Chart.Lane lane(Scale scale, Instant origin, StepView step) {
    List<Bar> bars = new ArrayList<>();
    expectedEnd(step)
        .ifPresent(
            end -> {
              Duration begun = since(origin, step.phases().get(0).from());
              bars.add(scale.bar(begun, since(origin, end), Tone.EXPECTED, ""));
            });
    for (Phase phase : step.phases()) {
      bars.add(
          scale.bar(
              since(origin, phase.from()), since(origin, phase.to()), phase.tone(), phase.word()));
    }
    return new Chart.Lane(step.number() + ". " + step.title(), bars);
  }

  private static Duration since(Instant origin, Instant at) {
    return Duration.between(origin, at);
  }

  private static Log log(Call call, Run run, List<RunEvent> events) {
    List<RunEvent> latestFirst = new ArrayList<>(events);
    Collections.reverse(latestFirst);
    long latest = latestFirst.isEmpty() ? 0 : latestFirst.get(0).number();
    return new Log(
        Paging.of(
            latestFirst, call.http().query("log").orElse("1"), Places.of(call, run.id()) + "?log="),
        "/api/v1/runs/" + run.id() + "/events?after=" + latest);
  }

  private static @Nullable ProblemPanel problem(Run run) {
    String problem = run.problem();
    for (RunStep step : run.steps()) {
      if (problem == null && !run.state().isEnd()) {
        problem = step.problem();
      }
    }
    return problem == null ? null : ProblemPanel.ofStored(problem);
  }
}
