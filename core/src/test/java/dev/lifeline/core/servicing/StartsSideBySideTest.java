package dev.lifeline.core.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.deployment.DeploymentOrder;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartsSideBySideTest {
  @TempDir private Path folder;
  private ServicingLab lab;

  @BeforeEach
  void start() throws Exception {
    lab = new ServicingLab(folder);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void runs_on_one_machine_that_start_the_same_take_turns() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Started>> runs = new ArrayList<>();
      for (int run = 0; run < 4; run++) {
        Lifeline lifeline = lab.run(new PatientTime(lab.lab.time));
        runs.add(threads.submit(() -> lifeline.deployments().start(Lab.PROJECT, order())));
      }

      Set<Operation> started = new HashSet<>();
      for (Future<Started> run : runs) {
        started.add(run.get(1, TimeUnit.MINUTES).operation());
      }

      assertThat(started).hasSize(1);
      assertThat(lab.operations()).hasSize(1);
      assertThat(lab.lab.received("lcs", "applyupdate")).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Time that stands still: whoever waits only lets others go first. */
  private record PatientTime(Time time) implements Time {
    @Override
    public Instant instant() {
      return time.instant();
    }

    @Override
    public void sleep(Duration duration) {
      Thread.onSpinWait();
    }
  }

  private DeploymentOrder order() {
    return lab.order(DeploymentType.HQ, "nightly");
  }
}
