package dev.lifeline.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Nodes in processes of their own, killed with {@code kill -9} while they ask LCS for something.
 */
class RunKilledTest {
  private final List<Process> nodes = new ArrayList<>();
  private volatile Hold hold = new Hold();

  /** A request that waits in LCS until the node that sent it is dead. */
  private static final class Hold {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    void pause() throws InterruptedException {
      reached.countDown();
      released.await();
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    hold.released.countDown();
    for (Process node : nodes) {
      node.destroyForcibly().waitFor();
    }
  }

  @Test
  void a_node_that_is_killed_at_any_request_loses_nothing_and_starts_nothing_twice()
      throws Exception {
    try (RunLab lab = new RunLab(DatabaseKind.POSTGRESQL, RunLab.IDLE, pause -> hold.pause())) {
      begin(lab);
      begin(lab);
      int killed = 0;
      while (isKilledAt(lab, killed)) {
        killed++;
        begin(lab);
        assertThat(lab.operations(OperationKind.UPDATE))
            .as("after the kill at request " + killed)
            .hasSize(killed);
      }
      assertThat(killed).isGreaterThan(4);
      assertThat(lab.operations(OperationKind.UPDATE)).hasSize(killed + 1);
    }
  }

  /** Kills the node that sends the n-th request of a run, from 0; false when it has fewer. */
  private boolean isKilledAt(RunLab lab, int request) throws Exception {
    forgetLimits(lab);
    hold = new Hold();
    Fault fault =
        new Fault("lcs", null, null, request, 1, new FaultAction.Delay(Duration.ofMinutes(1)));
    lab.emulator.faults().clear();
    lab.emulator.faults().add(fault);
    String run = lab.start(lab.deployment("contoso-test", "killed at " + request));
    while (!hold.reached.await(50, TimeUnit.MILLISECONDS)) {
      if (isOver(lab, run)) {
        return false;
      }
    }
    kill(lab);
    hold.released.countDown();
    HubLab.Answer end = lab.end(run);
    assertThat(end.at("state")).as(end.text() + lab.events(run)).isEqualTo("succeeded");
    return true;
  }

  private static boolean isOver(RunLab lab, String run) throws Exception {
    return lab.call("GET", "/api/v1/runs/" + run, lab.administrator, null)
        .at("state")
        .equals("succeeded");
  }

  /** Kills whoever has picked up the job. */
  private void kill(RunLab lab) throws InterruptedException {
    long pid =
        Long.parseLong(
            Jdbi.create(lab.database.url())
                .withHandle(
                    handle ->
                        handle
                            .select("select picked_by from scheduled_tasks where picked")
                            .mapTo(String.class)
                            .first())
                .split(" ", 2)[0]);
    Process node = nodes.stream().filter(each -> each.pid() == pid).findFirst().orElseThrow();
    node.destroyForcibly().waitFor();
    nodes.remove(node);
  }

  /** The emulator keeps to no limits here, and the test has no hour. */
  private static void forgetLimits(RunLab lab) {
    Jdbi.create(lab.database.url()).useHandle(handle -> handle.execute("delete from used_calls"));
  }

  private void begin(RunLab lab) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            HubNode.class.getName(),
            lab.database.url(),
            lab.emulator.addresses().caCertificate().toString());
    Process node = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    nodes.add(node);
    BufferedReader out =
        new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
    assertThat(out.readLine()).startsWith("http://");
  }
}
