package dev.lifeline.hub.assistant;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.assistant.TaskView.Start;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.page.Frame;
import dev.lifeline.hub.page.ProblemPanel;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.run.RunRequests;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.FormFields;
import dev.lifeline.hub.web.Refusal;
import dev.lifeline.hub.web.Reply;
import dev.lifeline.tasks.Catalogue;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.snippet.FilledStep;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pipelines, Task assistant. What is filled in stands in the page's address, so that nothing is
 * lost on the way through the dialog or a sign-in.
 */
public final class TaskAssistant {
  private static final String OUTCOME = "outcome-of-task";

  private final TemplatedPages pages;
  private final RunRequests runs;
  private final Supplier<UUID> ids;

  /**
   * For a hub.
   *
   * @param ids makes the keys by which a run is started once
   */
  public TaskAssistant(TemplatedPages pages, RunRequests runs, Supplier<UUID> ids) {
    this.pages = pages;
    this.runs = runs;
    this.ids = ids;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.TASKS_PAGE, this::list)
        .on(Route.TASK_PAGE, this::show)
        .on(Route.TASK_RUN, this::run);
  }

  private Reply list(Call call) {
    return pages.page(
        call,
        new TaskListView(
            Catalogue.definitions().stream()
                .map(
                    task ->
                        new TaskListView.Tile(
                            Wording.title(task),
                            task.words().description(),
                            place(call, task),
                            HubStep.of(task).isPresent()))
                .toList()));
  }

  private Reply show(Call call) {
    TaskDefinition task = task(call);
    Filling filling = Filling.of(call, task, name -> call.http().query(name).orElse(""));
    if (call.http().query("new").isPresent()) {
      String back = place(call, task) + filling.query();
      return Reply.goOn(project(call) + "/_settings/connections/new?return=" + Frame.segment(back));
    }
    boolean isPart = OUTCOME.equals(call.http().header("hx-target").orElse(""));
    return pages.page(call, view(call, filling, isPart, null));
  }

  private Reply run(Call call) {
    TaskDefinition task = task(call);
    FormFields form = call.http().form();
    Filling filling = Filling.of(call, task, form::text);
    HubStep step =
        HubStep.of(task)
            .orElseThrow(() -> Fault.ARGUMENT.refuse("Only an agent can run '" + task.id() + "'."));
    FilledStep filled = filling.step(call);
    try {
      UUID id =
          runs.start(
              call,
              filling.connection() == null ? "" : filling.connection().id().toString(),
              new RunRequests.OneStep(
                  step.kind(),
                  filled.values().getOrDefault("projectId", ""),
                  Wording.title(task),
                  step.inputs(filled)),
              form.text("key"));
      return Reply.goOn(project(call) + "/_runs/" + id);
    } catch (Refusal e) {
      ProblemPanel problem = ProblemPanel.of(String.valueOf(e.getMessage()));
      return pages.page(call, view(call, filling, false, problem)).status(e.fault().status());
    }
  }

  private TaskView view(
      Call call, Filling filling, boolean isPart, @Nullable ProblemPanel problem) {
    TaskDefinition task = filling.task();
    FilledStep step = filling.step(call);
    String chosen = filling.connection() == null ? "" : filling.connection().id().toString();
    List<TaskView.Option> connections =
        filling.usable().stream()
            .map(each -> new TaskView.Option(each.id().toString(), call.reference(each).name()))
            .toList();
    boolean mayCreate = call.standing().on(call.project()).contains(Power.CREATE);
    return new TaskView(
        isPart,
        new TaskView.Words(
            Wording.title(task),
            task.words().description(),
            Wording.plain(task.words().help()),
            place(call, task)),
        new TaskView.Connections(connections, chosen, mayCreate),
        Wording.fields(step),
        new TaskView.Outcome(
            Wording.missing(step), Wording.snippets(step), start(filling, step, problem)));
  }

  private @Nullable Start start(Filling filling, FilledStep step, @Nullable ProblemPanel problem) {
    if (HubStep.of(filling.task()).isEmpty()) {
      return null;
    }
    boolean isPossible = filling.connection() != null && HubStep.isWhole(step);
    return new Start(isPossible, ids.get().toString(), step.values(), problem);
  }

  private static TaskDefinition task(Call call) {
    String slug = call.http().parameter("task").orElse("");
    return Catalogue.definitions().stream()
        .filter(each -> each.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> Fault.NOT_FOUND.refuse("There is no such task."));
  }

  private static String project(Call call) {
    return "/" + call.organization().name() + "/" + Frame.segment(call.project().name());
  }

  private static String place(Call call, TaskDefinition task) {
    return project(call) + "/_tasks/" + task.slug();
  }
}
