package dev.lifeline.emulator.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On-premises environments, commerce scale units and e-Commerce. */
class DeploymentTypesTest {

  private static final String RELEASE = "contoso-release-1.zip";
  private static final String EXTENSION = "contoso-store-extension.zip";
  private static final String STORE = "contoso-online-store.zip";

  private final Lab lab;

  DeploymentTypesTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void an_on_premises_package_is_prepared_and_then_deployed() throws Exception {
    String preparation = prepare("release 5").text("OperationActivityId");
    List<String> preparing = states(onPremises(), "OperationStatus", 30);
    Lab.Answer deployment = deployPrepared(preparation);
    List<String> deploying = states(onPremises(), "OperationStatus", 70);

    assertThat(preparing)
        .containsExactly(
            "NotStarted", "PreparingEnvironment", "Downloading", "PreparationSucceeded");
    assertThat(deployment.json()).containsEntry("IsSuccess", true);
    assertThat(deployment.text("OperationActivityId")).isNotEqualTo(preparation);
    assertThat(deploying).containsExactly("PreparationSucceeded", "Deploying", "Deployed");
  }

  @Test
  void what_is_not_prepared_yet_is_not_deployed() throws Exception {
    String preparation = prepare("release 5").text("OperationActivityId");
    lab.passMinutes(19);

    assertThat(deployPrepared(preparation).text("ErrorMessage")).contains("has not succeeded");
  }

  @Test
  void a_preparation_that_failed_is_not_deployed() throws Exception {
    String preparation = prepare("this will fail").text("OperationActivityId");
    lab.passMinutes(30);

    assertThat(lab.get(onPremises()).text("OperationStatus")).isEqualTo("PreparationFailed");
    assertThat(deployPrepared(preparation).text("ErrorMessage")).contains("has not succeeded");
  }

  @Test
  void a_preparation_is_deployed_once() throws Exception {
    String preparation = prepare("release 5").text("OperationActivityId");
    lab.passMinutes(20);
    deployPrepared(preparation);
    lab.passMinutes(60);

    Lab.Answer again = deployPrepared(preparation);

    assertThat(again.text("ErrorMessage")).contains("has been deployed already");
  }

  @Test
  void an_unknown_preparation_is_refused() throws Exception {
    assertThat(deployPrepared(UUID.randomUUID().toString()).text("ErrorMessage"))
        .contains("was not found");
  }

  @Test
  void a_scale_unit_goes_through_its_states_and_says_its_step() throws Exception {
    lab.post(toScaleUnit("contoso-commerce", "contoso-csu", EXTENSION), null);

    List<String> steps = new ArrayList<>();
    for (int minute : new int[] {0, 2, 8, 25}) {
      lab.passMinutes(minute);
      Lab.Answer answer = lab.get(scaleUnitStatus("contoso-csu"));
      steps.add(answer.text("OperationStatus") + ": " + answer.text("CurrentStep"));
    }

    assertThat(steps)
        .containsExactly(
            "NotStarted: null",
            "Queued: Waiting for the commerce scale unit",
            "Running: Deploying the extension package",
            "Succeeded: Finished");
  }

  @Test
  void each_scale_unit_has_a_status_of_its_own() throws Exception {
    lab.post(toScaleUnit("contoso-commerce", "Köln & Bonn", EXTENSION), null);

    assertThat(lab.get(scaleUnitStatus("KÖLN & Bonn")).json())
        .containsEntry("OperationStatus", "NotStarted");
    assertThat(lab.get(scaleUnitStatus("contoso-csu")).text("ErrorMessage"))
        .contains("No deployment");
  }

  @Test
  void e_commerce_is_followed_by_a_deployment_id_of_its_own() throws Exception {
    Lab.Answer started = lab.post(toECommerce(eCommerce(), STORE), null);
    String deployment = started.text("DeploymentId");

    List<String> states = states(eCommerceStatus(deployment), "OperationStatus", 45);

    assertThat(deployment).isNotEqualTo(started.text("OperationActivityId"));
    assertThat(states).containsExactly("NotStarted", "InProgress", "Succeeded");
    assertThat(lab.get(eCommerceStatus(started.text("OperationActivityId"))).text("ErrorMessage"))
        .contains("was not found");
  }

  @ParameterizedTest
  @CsvSource({
    "contoso-commerce, contoso-csu, contoso-release-1.zip,       not a commerce cloud scale unit extension",
    "contoso-commerce, nowhere,     contoso-store-extension.zip, Commerce scale unit nowhere was not found",
    "contoso-onprem,   contoso-csu, contoso-store-extension.zip, on-premises environment",
    "contoso-build,    contoso-csu, contoso-store-extension.zip, build environment",
    "contoso-test,     contoso-csu, contoso-store-extension.zip, was not found",
  })
  void what_a_scale_unit_does_not_take_is_refused(
      String environment, String scaleUnit, String asset, String message) throws Exception {
    Lab.Answer answer = lab.post(toScaleUnit(environment, scaleUnit, asset), null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).containsEntry("IsSuccess", false);
    assertThat(answer.text("ErrorMessage")).contains(message);
    assertThat(lab.emulator.world().lifecycle().operations()).isEmpty();
  }

  @Test
  void what_e_commerce_does_not_take_is_refused() throws Exception {
    assertThat(lab.post(toECommerce(eCommerce(), RELEASE), null).text("ErrorMessage"))
        .contains("is not an e-Commerce package");
    assertThat(lab.post(toECommerce("nonsense", STORE), null).text("ErrorMessage"))
        .contains("e-Commerce environment nonsense was not found");
  }

  @Test
  void a_cloud_environment_has_no_on_premises_status() throws Exception {
    Lab.Answer answer = lab.get(fetch("contoso-test") + "/onprem");

    assertThat(answer.text("ErrorMessage")).contains("is not an on-premises environment");
  }

  @Test
  void a_reader_may_not_deploy_to_commerce() throws Exception {
    String path = toScaleUnit("contoso-commerce", "contoso-csu", EXTENSION);

    assertThat(lab.post(path, null, lab.token("reader")).text("ErrorMessage"))
        .contains("Environment manager role");
  }

  @Test
  void whatever_is_under_way_keeps_everything_else_out() throws Exception {
    lab.post(toScaleUnit("contoso-commerce", "contoso-csu", EXTENSION), null);

    assertThat(lab.post(toECommerce(eCommerce(), STORE), null).text("ErrorMessage"))
        .contains("already being serviced");
  }

  @Test
  void an_asset_that_is_not_validated_yet_is_refused() throws Exception {
    UUID asset = UUID.fromString(lab.upload("fresh.zip", 29));
    String path = apply("contoso-commerce") + "/commercescaleunit/contoso-csu/asset/" + asset;

    assertThat(lab.post(path, null).text("ErrorMessage")).contains("has not been validated");
    lab.passMinutes(6);
    assertThat(lab.post(path, null).json()).containsEntry("IsSuccess", true);
  }

  private Lab.Answer prepare(String name) throws Exception {
    return lab.post(
        apply("contoso-onprem")
            + "/asset/"
            + lab.asset(RELEASE)
            + "?updateName="
            + URLEncoder.encode(name, StandardCharsets.UTF_8),
        null);
  }

  private Lab.Answer deployPrepared(String preparation) throws Exception {
    return lab.post(
        "/environment/v2/finalizeupdate/project/1234567/environment/%s/preparationactivityid/%s"
            .formatted(lab.environment("contoso-onprem"), preparation),
        null);
  }

  private String toScaleUnit(String environment, String scaleUnit, String asset) {
    return apply(environment)
        + "/commercescaleunit/"
        + encoded(scaleUnit)
        + "/asset/"
        + lab.asset(asset);
  }

  private String toECommerce(String eCommerce, String asset) {
    return apply("contoso-commerce") + "/ecommerce/" + eCommerce + "/asset/" + lab.asset(asset);
  }

  private String eCommerce() {
    return lab.emulator.world().lifecycle().environments().stream()
        .flatMap(it -> it.eCommerce().stream())
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private String onPremises() {
    return fetch("contoso-onprem") + "/onprem";
  }

  private String scaleUnitStatus(String scaleUnit) {
    return fetch("contoso-commerce") + "/commercescaleunit/" + encoded(scaleUnit);
  }

  private String eCommerceStatus(String deployment) {
    return fetch("contoso-commerce")
        + "/ecommerce/"
        + eCommerce()
        + "/deploymentactivity/"
        + deployment;
  }

  private String apply(String environment) {
    return "/environment/v2/applyupdate/project/1234567/environment/"
        + lab.environment(environment);
  }

  private String fetch(String environment) {
    return "/environment/v2/fetchstatus/project/1234567/environment/"
        + lab.environment(environment);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The different words that a field holds, minute by minute. */
  private List<String> states(String path, String field, int minutes) throws Exception {
    List<String> seen = new ArrayList<>();
    for (int minute = 0; minute < minutes; minute++) {
      String state = lab.get(path).text(field);
      if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(state)) {
        seen.add(state);
      }
      lab.passMinutes(1);
    }
    return seen;
  }
}
