package dev.lifeline.extension.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A step under way. */
public final class RunningStep {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process node;
  private final long begun = System.nanoTime();
  private final List<String> lines = new ArrayList<>();
  private final CompletableFuture<Void> read;

  /** Starts a process whose input is closed at once. */
  public static RunningStep start(ProcessBuilder builder) throws IOException {
    return new RunningStep(builder);
  }

  private RunningStep(ProcessBuilder builder) throws IOException {
    node = builder.redirectErrorStream(true).start();
    node.getOutputStream().close();
    read = CompletableFuture.runAsync(this::read);
  }

  /** Waits until a line holds that text. */
  public void await(String text) throws InterruptedException {
    synchronized (lines) {
      while (lines.stream().noneMatch(line -> line.contains(text))) {
        if (read.isDone()) {
          throw new AssertionError("it ended without '" + text + "':\n" + String.join("\n", lines));
        }
        lines.wait(1000);
      }
    }
  }

  /** Sends a signal to Node, and to Node alone, as an agent does. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(node.pid())).start().waitFor();
  }

  /** The Java that the handler has started. */
  public ProcessHandle java() {
    return node.descendants().findFirst().orElseThrow();
  }

  /** Waits for its end. */
  public StepEnd end() throws InterruptedException {
    if (!node.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      node.descendants().forEach(ProcessHandle::destroyForcibly);
      node.destroyForcibly();
      read.join();
      throw new AssertionError("no end after " + PATIENCE + ":\n" + String.join("\n", lines));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    read.join();
    return new StepEnd(node.exitValue(), List.copyOf(lines), took);
  }

  private void read() {
    try (var in =
        new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
