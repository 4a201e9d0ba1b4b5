package dev.lifeline.core.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.deployment.DeploymentOrder;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real connections that are cut at each message: the HTTP client sends no start a second time. */
class CutConnectionsTest {
  private static final Patience PATIENCE =
      Patience.of(Duration.ofMinutes(25), Duration.ofHours(12));
  private static final List<FaultAction> CUTS =
      List.of(
          new FaultAction.CutBefore(),
          new FaultAction.LoseAnswer(),
          new FaultAction.Truncate(0),
          new FaultAction.Truncate(20));
  private static final int MOST_RUNS = 4;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(DeploymentType.class)
  void each_deployment_is_started_once_wherever_a_connection_is_cut(DeploymentType type)
      throws Exception {
    int steps = type == DeploymentType.HQONPREM ? 2 : 1;
    try (ServicingLab desk = new ServicingLab(folder)) {
      for (FaultAction cut : CUTS) {
        boolean hit = true;
        for (int message = 0; hit; message++) {
          int before = desk.operations().size();
          desk.lab.answer(new Fault("lcs", null, null, message, 1, cut));
          deploy(desk, desk.order(type, cut + " at " + message));
          assertThat(desk.operations()).as(cut + " at " + message).hasSize(before + steps);
          hit = desk.lab.emulator.faults().list().isEmpty();
          desk.lab.emulator.faults().clear();
        }
      }
    }
  }

  private static void deploy(ServicingLab desk, DeploymentOrder order) {
    for (int run = 1; ; run++) {
      try {
        desk.run().deployments().run(Lab.PROJECT, order, PATIENCE, started -> {});
        return;
      } catch (LifelineException e) {
        if (run == MOST_RUNS) {
          throw e;
        }
      }
    }
  }
}
