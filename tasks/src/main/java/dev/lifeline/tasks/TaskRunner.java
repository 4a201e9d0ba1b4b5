package dev.lifeline.tasks;

import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.tasks.host.Host;
import dev.lifeline.tasks.host.HostDetection;
import dev.lifeline.tasks.host.TaskProcess;
import dev.lifeline.tasks.run.Task;
import dev.lifeline.tasks.run.TaskRun;
import java.util.stream.Collectors;

/** Runs one task in a process, and is the one place where its failure becomes an exit code. */
public final class TaskRunner {
  private final TaskProcess process;

  public TaskRunner(TaskProcess process) {
    this.process = process;
  }

  /**
   * Runs a task. Everything is said by the conventions of the system that runs the process.
   *
   * @param name its id, or its name in YAML
   * @return 0, or the exit code of the failure's kind, which has been reported then
   */
  public int run(String name) {
    Host host = HostDetection.of(process);
    try {
      Task task = Catalogue.find(name).orElseThrow(() -> unknown(name));
      run(task, new TaskRun(task, process, host));
      return 0;
    } catch (LifelineException e) {
      return failed(host, e.problem());
    } catch (RuntimeException e) {
      host.log().detail(trace(e));
      return failed(
          host,
          Problem.of(ProblemCode.INTERNAL, "Lifeline itself has a fault: " + e.getClass().getName())
              .why("This is not your fault, and nothing that you can mend.")
              .fix("run it again with details (system.debug, RUNNER_DEBUG) and report them"));
    }
  }

  private static void run(Task task, TaskRun run) {
    String title = task.definition().words().title();
    try {
      run.go(task);
    } catch (LifelineException e) {
      String end = e.code().kind() == Kind.INTERRUPTED ? "stopped" : "failed";
      run.summary().fact("Reason", e.problem().message());
      run.results().summary(title, run.page(end));
      throw e;
    }
    run.results().summary(title, run.page("succeeded"));
    run.results().end(true);
  }

  private static int failed(Host host, Problem problem) {
    host.log().problem(explained(problem));
    host.results().end(false);
    return problem.code().kind().exitCode();
  }

  /** Tasks that leave something behind, or going on, say so themselves. */
  private static Problem explained(Problem problem) {
    return problem.code() == ProblemCode.INTERRUPTED && problem.why() == null
        ? problem.why(
            "Nothing was changed, and nothing goes on in LCS. Run it again to start anew.")
        : problem;
  }

  private static LifelineException unknown(String name) {
    String all =
        Catalogue.definitions().stream()
            .map(definition -> definition.id())
            .collect(Collectors.joining(", "));
    return Problem.of(ProblemCode.USAGE_WRONG, "no task is called '" + name + "'")
        .fix("name one of: " + all)
        .raise();
  }

  /** One line: the conventions know no other. */
  private static String trace(RuntimeException fault) {
    StringBuilder trace = new StringBuilder(fault.getClass().getName());
    for (StackTraceElement at : fault.getStackTrace()) {
      trace.append(" at ").append(at);
    }
    return trace.toString();
  }
}
