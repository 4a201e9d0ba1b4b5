package dev.lifeline.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command that runs beside the test, on a thread that can be interrupted as Ctrl-C does. */
final class Background {
  private static final long LIMIT_SECONDS = 60;

  private final FutureTask<Outcome> command;
  private final Thread thread;

  private Background(FutureTask<Outcome> command) {
    this.command = command;
    this.thread = new Thread(command, "command");
  }

  static Background start(RecordingHost host, String... arguments) {
    Background background = new Background(new FutureTask<>(() -> host.run(arguments)));
    background.thread.setDaemon(true);
    background.thread.start();
    return background;
  }

  void interrupt() {
    thread.interrupt();
  }

  boolean isRunning() {
    return !command.isDone();
  }

  /** How it ended; waits for its end. */
  Outcome outcome() throws InterruptedException, ExecutionException, TimeoutException {
    return command.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }
}
