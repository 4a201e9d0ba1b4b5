package dev.lifeline.core.lcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.OperationReport;
import dev.lifeline.core.model.StartedDeployment;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.world.Operation;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deployments of every type, as the emulator understands them. */
class ServicingCallsTest {
  private final Lab lab;
  private final LcsClient lcs;
  private final AssetId release;

  ServicingCallsTest() throws Exception {
    lab = new Lab();
    lcs = lab.lcs();
    release = lab.asset("contoso-release-1.zip");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_cloud_environment_is_followed_by_its_activity() {
    DeploymentTarget target = whole(DeploymentType.HQ, "contoso-test");
    StartedDeployment started = lcs.startDeployment(Lab.PROJECT, target, release, "nightly");
    lab.time.advance(Duration.ofHours(3));

    OperationReport report = lcs.deploymentStatus(Lab.PROJECT, target, started.activity(), null);

    assertThat(report.status()).isEqualTo("Completed");
    assertThat(report.activity()).isEqualTo(started.activity());
    assertThat(report.completed())
        .isBetween(lab.time.instant().minus(Duration.ofHours(3)), lab.time.instant());
    assertThat(started.deploymentId()).isNull();
  }

  @Test
  void an_on_premises_environment_is_prepared_and_then_deployed_to() {
    DeploymentTarget target = whole(DeploymentType.HQONPREM, "contoso-onprem");
    ActivityId preparation =
        lcs.startDeployment(Lab.PROJECT, target, release, "release 5").activity();
    lab.time.advance(Duration.ofMinutes(30));
    OperationReport prepared = lcs.deploymentStatus(Lab.PROJECT, target, preparation, null);

    ActivityId deployment = lcs.finalizeOnPremises(Lab.PROJECT, target.environment(), preparation);
    lab.time.advance(Duration.ofHours(3));
    OperationReport deployed = lcs.deploymentStatus(Lab.PROJECT, target, deployment, null);

    assertThat(prepared.status()).isEqualTo("PreparationSucceeded");
    assertThat(prepared.activity()).isEqualTo(preparation);
    assertThat(deployed.status()).isEqualTo("Deployed");
    assertThat(deployed.activity()).isEqualTo(deployment);
  }

  @Test
  void a_scale_unit_says_what_it_is_doing() {
    DeploymentTarget target =
        new DeploymentTarget(
            DeploymentType.CSU, lab.environment("contoso-commerce"), "Köln & Bonn");
    ActivityId activity =
        lcs.startDeployment(Lab.PROJECT, target, lab.asset("contoso-store-extension.zip"), null)
            .activity();
    lab.time.advance(Duration.ofHours(2));

    OperationReport report = lcs.deploymentStatus(Lab.PROJECT, target, activity, null);

    assertThat(report.status()).isEqualTo("Succeeded");
    assertThat(report.currentStep()).isEqualTo("Finished");
    assertThat(report.activity()).isEqualTo(activity);
  }

  @Test
  void an_e_commerce_environment_is_followed_by_its_deployment() {
    DeploymentTarget target = store();
    StartedDeployment started =
        lcs.startDeployment(Lab.PROJECT, target, lab.asset("contoso-online-store.zip"), null);
    lab.time.advance(Duration.ofHours(2));

    OperationReport report =
        lcs.deploymentStatus(Lab.PROJECT, target, started.activity(), started.deploymentId());

    assertThat(report.status()).isEqualTo("Succeeded");
    assertThat(started.deploymentId()).isNotBlank();
  }

  @Test
  void without_its_deployment_id_an_e_commerce_deployment_is_not_asked_for() {
    ActivityId activity = new ActivityId("00000000111122223333444444444444");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> lcs.deploymentStatus(Lab.PROJECT, store(), activity, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HQ", "HQONPREM"})
  void an_update_without_a_name_is_not_sent(DeploymentType type) {
    DeploymentTarget target = whole(type, "contoso-test");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> lcs.startDeployment(Lab.PROJECT, target, release, " "));
    assertThat(lab.received("lcs", "applyupdate")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a b",
    "a&environmentId=x",
    "a#b",
    "a+b",
    "a%20b",
    "größe-模型",
    "'a/../b?c=d;e'",
    "'\"quoted\"'"
  })
  void an_update_name_arrives_as_it_was_given(String name) {
    lcs.startDeployment(Lab.PROJECT, whole(DeploymentType.HQ, "contoso-test"), release, name);

    assertThat(lab.emulator.world().lifecycle().operations())
        .extracting(Operation::name)
        .containsExactly(name);
  }

  @Test
  void a_start_whose_answer_is_lost_is_not_sent_again() {
    lab.answer(Fault.once("lcs", "POST", "finalizeupdate", new FaultAction.LoseAnswer()));
    EnvironmentId environment = lab.environment("contoso-onprem");
    ActivityId activity = new ActivityId("00000000111122223333444444444444");

    assertThat(Problems.of(() -> lcs.finalizeOnPremises(Lab.PROJECT, environment, activity)).code())
        .isEqualTo(ProblemCode.ANSWER_LOST);
    assertThat(lab.received("lcs", "finalizeupdate")).hasSize(1);
  }

  @Test
  void what_cannot_be_read_in_a_status_is_not_known() {
    lab.answerAlways(
        "lcs",
        "fetchstatus",
        200,
        """
        {"IsSuccess":true,"OperationStatus":"Dreaming","ActivityId":"?","CompletionDate":"soon",
         "ErrorMessage":"half of it failed","CurrentStep":null,"Mood":{"of":["LCS"]}}
        """);
    ActivityId activity = new ActivityId("00000000111122223333444444444444");

    OperationReport report =
        lcs.deploymentStatus(Lab.PROJECT, whole(DeploymentType.HQ, "contoso-test"), activity, null);

    assertThat(report)
        .isEqualTo(new OperationReport("Dreaming", null, null, null, "half of it failed"));
  }

  private DeploymentTarget whole(DeploymentType type, String environment) {
    return DeploymentTarget.of(type, lab.environment(environment));
  }

  private DeploymentTarget store() {
    EnvironmentId environment = lab.environment("contoso-commerce");
    String store =
        lab.emulator.world().lifecycle().environments().stream()
            .flatMap(it -> it.eCommerce().stream())
            .findFirst()
            .orElseThrow()
            .toString();
    return new DeploymentTarget(DeploymentType.ECOM, environment, store);
  }
}
