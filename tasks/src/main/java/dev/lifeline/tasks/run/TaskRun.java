package dev.lifeline.tasks.run;

import dev.lifeline.core.HubConnections;
import dev.lifeline.core.HubVariables;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Surroundings;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.preflight.Origin;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.text.Durations;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.host.Host;
import dev.lifeline.tasks.host.Log;
import dev.lifeline.tasks.host.Results;
import dev.lifeline.tasks.host.TaskProcess;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of a task. */
public final class TaskRun {
  private static final String POLL_INTERVAL = "LIFELINE_POLL_INTERVAL";

  private final TaskProcess process;
  private final Host host;
  private final Results results;
  private final Inputs inputs;
  private final Summary summary;

  /** A run of that task by that process's host. */
  public TaskRun(Task task, TaskProcess process, Host host) {
    this.process = process;
    this.host = host;
    this.results = host.results();
    this.inputs = new Inputs(task.definition(), host);
    this.summary = new Summary(task.definition().words().title());
  }

  /** Runs the task, whose inputs are all there. */
  public void go(Task task) {
    inputs.requireAll();
    task.run(this);
  }

  public Inputs inputs() {
    return inputs;
  }

  public Host host() {
    return host;
  }

  public Log log() {
    return host.log();
  }

  public Results results() {
    return results;
  }

  public Summary summary() {
    return summary;
  }

  public TaskProcess process() {
    return process;
  }

  /** The inputs that the task has asked for so far. */
  public Set<Input> inputsTaken() {
    return inputs.taken();
  }

  /** The page about this run. */
  public String page(String end) {
    return summary.page(end);
  }

  /** The connection that the input for it names, or the host has; one of a hub where one is set. */
  public UsableConnection connection() {
    @Nullable String named = inputs.text(SharedInputs.CONNECTION).orElse(null);
    HubVariables variables = new HubVariables(process.environment());
    Optional<HubEndpoint> hub = variables.hub();
    return hub.isEmpty() ? host.connection(named) : ofHub(hub.get(), variables, named);
  }

  /**
   * An input of Azure Pipelines names a connection of Azure DevOps, which the hub does not know.
   */
  private UsableConnection ofHub(HubEndpoint hub, HubVariables variables, @Nullable String named) {
    Secret token = variables.token();
    host.log().mask(token);
    @Nullable String here = host.origin() == Origin.SERVICE_ENDPOINT ? null : named;
    try (HubConnections connections = new HubConnections(host.network(), surroundings())) {
      return connections.open(
          hub, token, variables.connection().orElse(here), process.connections());
    }
  }

  /** Where that connection comes from. */
  public Origin origin(UsableConnection connection) {
    return connection.memory().isOfStored() ? Origin.STORED : host.origin();
  }

  /** A connection in use; whoever asks closes it. */
  public Lifeline lifeline(UsableConnection connection) {
    return new Lifeline(connection, host.network(), surroundings());
  }

  private Surroundings surroundings() {
    return new Surroundings(
        process.time(), process.random(), process.ids(), new Narrator(host.log(), process.time()));
  }

  /** How often and how long to look, unless the pipeline wants to look more or less often. */
  public Patience patience(Patience usual) {
    String text = process.environment().getOrDefault(POLL_INTERVAL, "");
    if (text.isBlank()) {
      return usual;
    }
    try {
      return new Patience(
          Durations.parse(text), usual.timeout(), usual.outage(), usual.onUnknownState());
    } catch (IllegalArgumentException e) {
      throw Problem.of(
              ProblemCode.VALUE_MALFORMED,
              "the variable " + POLL_INTERVAL + " is malformed: " + e.getMessage())
          .fix("write it as 30s or 5m, or remove it")
          .raise(e);
    }
  }
}
