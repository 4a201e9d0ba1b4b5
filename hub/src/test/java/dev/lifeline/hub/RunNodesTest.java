package dev.lifeline.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.hub.store.DatabaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs on each database, and on two nodes at once. */
class RunNodesTest {
  @ParameterizedTest
  @EnumSource
  void steps_are_done_one_after_the_other(DatabaseKind kind) throws Exception {
    try (RunLab lab = new RunLab(kind)) {
      String run =
          lab.start(
              List.of(
                  Map.of(
                      "kind", "wait-for-validation", "asset", lab.asset("contoso-release-1.zip")),
                  lab.deployment("contoso-test", "Release 1"),
                  Map.of(
                      "kind", "refresh-database",
                      "source", "contoso-production",
                      "environment", "contoso-test"),
                  Map.of(
                      "kind", "export-database",
                      "environment", "contoso-test",
                      "backupName", "nightly")));

      HubLab.Answer end = lab.end(run);

      assertThat(end.at("state")).as(end.text()).isEqualTo("succeeded");
      assertThat(lab.operations(OperationKind.UPDATE)).hasSize(1);
      assertThat(lab.operations(OperationKind.DATABASE_REFRESH)).hasSize(1);
      assertThat(lab.operations(OperationKind.DATABASE_EXPORT)).hasSize(1);
      List<String> events = lab.events(run);
      assertThat(events).first().asString().startsWith("created");
      assertThat(events).last().asString().isEqualTo("ended: 'release' succeeded");
      assertThat(events).filteredOn(text -> text.startsWith("step-ended")).hasSize(4);
    }
  }

  @Test
  void two_nodes_share_the_work_and_start_each_operation_once() throws Exception {
    try (RunLab lab = new RunLab(DatabaseKind.POSTGRESQL);
        Hub other = lab.node(RunLab.FAST)) {
      List<String> runs = new ArrayList<>();
      Map<String, Object> order = lab.order(List.of(lab.deployment("contoso-test", "twice")));
      runs.add(lab.call(other, "POST", "/api/v1/runs", lab.administrator, order).at("id"));
      runs.add(lab.call("POST", "/api/v1/runs", lab.administrator, order).at("id"));
      runs.add(lab.start(lab.deployment("contoso-uat", "once")));

      for (String run : runs) {
        HubLab.Answer end = lab.end(run);
        assertThat(end.at("state")).as(end.text()).isEqualTo("succeeded");
      }

      // the second run finds the start of the first, or comes behind its end and starts anew
      assertThat(lab.operations(OperationKind.UPDATE)).hasSizeBetween(2, 3);
    }
  }
}
