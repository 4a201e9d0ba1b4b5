package dev.lifeline.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentTasksTest {
  @TempDir private Path folder;
  private Agent agent;

  @BeforeEach
  void start() throws IOException {
    agent = Agent.azure(folder);
    agent
        .input("environmentId", agent.environmentId("contoso-uat"))
        .input("fileAssetId", agent.assetId("contoso-release-1.zip"))
        .input("deploymentType", "hq")
        .input("releaseName", "$(Release.ReleaseName)");
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void a_deployment_is_followed_to_its_end() throws Exception {
    Ended ended = agent.run("LifelineAssetDeploy@4").succeeded();

    assertThat(ended.output("ActivityId")).isEqualTo(activityId());
    assertThat(ended.log())
        .contains("started the update 'Contoso nightly 20261127.4': activity id " + activityId())
        .contains("PreparingEnvironment, after", "ended in LCS: Completed");
    assertThat(agent.pages())
        .contains("| Update | Contoso nightly 20261127.4 |", "| State | Completed |");
  }

  @Test
  void each_state_of_an_operation_is_a_record_of_the_timeline() {
    Ended ended = agent.run("AssetDeployment").succeeded();

    assertThat(ended.commands())
        .filteredOn(command -> command.event().equals("task.logdetail"))
        .filteredOn(command -> command.properties().containsKey("name"))
        .extracting(command -> command.properties().get("name"))
        .containsSubsequence("PreparingEnvironment", "InProgress", "Completed")
        .doesNotHaveDuplicates();
  }

  @Test
  void the_record_of_a_state_ends_when_the_next_one_begins() {
    Ended ended = agent.run("AssetDeployment").succeeded();

    var records =
        ended.commands().stream()
            .filter(command -> command.event().equals("task.logdetail"))
            .map(command -> command.properties())
            .toList();
    assertThat(records).hasSizeGreaterThan(2);
    assertThat(records.get(1))
        .containsEntry("id", records.get(0).get("id"))
        .containsEntry("state", "Completed")
        .containsEntry("result", "Succeeded");
  }

  @Test
  void the_record_of_the_last_state_fails_with_the_task() {
    agent.input("releaseName", "Fail this release");
    agent.environment.remove("RELEASE_RELEASENAME");

    Ended ended = agent.run("AssetDeployment");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.commands())
        .filteredOn(command -> command.event().equals("task.logdetail"))
        .last()
        .satisfies(last -> assertThat(last.properties()).containsEntry("result", "Failed"));
  }

  @Test
  void the_activity_id_is_known_before_the_wait() {
    Ended ended = agent.run("AssetDeployment").succeeded();

    assertThat(ended.log().indexOf("variable=ActivityId"))
        .isPositive()
        .isLessThan(ended.log().indexOf("PreparingEnvironment"));
  }

  @Test
  void a_deployment_need_not_be_waited_for() {
    agent.input("waitForCompletion", "false");

    Ended ended = agent.run("AssetDeployment").succeeded();

    assertThat(agent.time.elapsed()).isZero();
    assertThat(ended.log()).contains("lifeline operation watch " + activityId());
  }

  @Test
  void a_deployment_that_was_started_before_is_joined() {
    agent.input("waitForCompletion", "false");
    agent.input("activityId", agent.run("AssetDeployment").succeeded().output("ActivityId"));

    Ended ended = agent.run("LifelineWaitForOperation@1").succeeded();

    assertThat(ended.log()).contains("ended in LCS: Completed");
  }

  @Test
  void a_wait_that_takes_too_long_says_how_to_join_it_again() {
    agent.input("waitForCompletion", "false");
    agent.input("activityId", agent.run("AssetDeployment").succeeded().output("ActivityId"));
    agent.input("timeoutInMinutes", "1");

    Ended ended = agent.run("WaitForOperation");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.log()).contains("gave up waiting for operation " + activityId());
    assertThat(ended.log().replaceAll("\\s+", " "))
        .contains("LifelineWaitForOperation@1, operationType hq and activityId " + activityId());
  }

  @Test
  void a_release_gives_the_update_its_name() {
    agent.environment.put("RELEASE_RELEASENAME", "Release-17");

    Ended ended = agent.run("AssetDeployment").succeeded();

    assertThat(ended.log()).contains("started the update 'Release-17'");
  }

  @Test
  void what_a_kind_of_deployment_needs_is_asked_for() {
    agent.input("deploymentType", "csu");

    Ended ended = agent.run("AssetDeployment");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.log())
        .contains("the input 'scaleUnitName' of LifelineAssetDeploy is missing")
        .contains("It is needed where deploymentType is csu.");
  }

  @ParameterizedTest
  @CsvSource({
    "hq, contoso-uat, contoso-release-1.zip, , ",
    "hqonprem, contoso-onprem, contoso-release-1.zip, , ",
    "csu, contoso-commerce, contoso-store-extension.zip, scaleUnitName, contoso-csu",
    "ecom, contoso-commerce, contoso-online-store.zip, ecommerceEnvironmentId, E",
  })
  void every_kind_is_started_and_can_be_joined(
      String type, String environment, String asset, String input, String part) {
    String eCommerce =
        agent.emulator.world().lifecycle().environments().stream()
            .flatMap(each -> each.eCommerce().stream())
            .findFirst()
            .orElseThrow()
            .toString();
    agent
        .input("deploymentType", type)
        .input("environmentId", agent.environmentId(environment))
        .input("fileAssetId", agent.assetId(asset))
        .input(input == null ? "unused" : input, "E".equals(part) ? eCommerce : part);

    Ended started = agent.run("AssetDeployment").succeeded();
    agent
        .input("operationType", type)
        .input("activityId", started.output("ActivityId"))
        .input("deploymentId", started.output("DeploymentId"));
    Ended joined = agent.run("WaitForOperation").succeeded();

    assertThat(joined.log()).containsPattern("ended in LCS: (Completed|Deployed|Succeeded)");
  }

  @Test
  void a_task_that_is_repeated_starts_no_second_deployment() {
    agent.input("waitForCompletion", "false");

    Ended first = agent.run("AssetDeployment").succeeded();
    Ended again = agent.run("AssetDeployment").succeeded();

    assertThat(again.output("ActivityId").replace("-", ""))
        .isEqualTo(first.output("ActivityId").replace("-", ""));
    assertThat(again.log()).contains("following the update");
    assertThat(agent.emulator.world().lifecycle().operations()).hasSize(1);
  }

  private String activityId() {
    return agent.emulator.world().lifecycle().operations().get(0).activityId().toString();
  }
}
