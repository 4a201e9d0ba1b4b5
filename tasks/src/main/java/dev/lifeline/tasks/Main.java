package dev.lifeline.tasks;

/** The entry point of the tasks: {@code java ... dev.lifeline.tasks.Main TASK}. */
public final class Main {
  private Main() {}

  /** Runs a task and ends the process with its exit code (Command line: exit codes). */
  public static void main(String[] args) {
    SystemProcess.run(process -> new TaskRunner(process).run(args.length == 1 ? args[0] : ""));
  }
}
