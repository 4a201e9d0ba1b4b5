package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments of every type, and what can be seen of them before they start. */
class DeploymentTypesTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void each_part_of_commerce_is_deployed_and_joined_by_its_ids_alone() {
    List<List<String>> targets =
        List.of(
            List.of("csu", "contoso-store-extension.zip", "--scale-unit", "Köln & Bonn"),
            List.of("ecom", "contoso-online-store.zip", "--ecommerce-environment", eCommerceId()));

    for (List<String> target : targets) {
      Outcome outcome =
          desk.run(
              "deploy",
              "--environment=contoso-commerce",
              "--type=" + target.get(0),
              "--asset=" + desk.assetId(target.get(1)),
              target.get(2),
              target.get(3));

      assertThat(outcome.succeeded().out()).contains("deployment: Started");
      assertThat(desk.run(joinWords(outcome)).succeeded().out()).contains("Succeeded (succeeded)");
    }
  }

  @Test
  void on_premises_a_wait_prepares_and_deploys() {
    Outcome outcome =
        desk.run(
            "deploy",
            "--environment=contoso-onprem",
            "--type=hqonprem",
            "--asset=" + desk.assetId("contoso-release-1.zip"),
            "--name=Release 1",
            "--wait");

    assertThat(outcome.succeeded().out()).contains("update 'Release 1': Deployed");
    assertThat(outcome.err())
        .contains(
            "started the preparation of the update 'Release 1': activity id ",
            " --type hqonprem-preparation ",
            "started the deployment of the update 'Release 1': activity id ");
  }

  @Test
  void a_part_that_is_missing_or_means_nothing_is_refused_before_anything_is_sent() {
    String id = desk.assetId("contoso-release-1.zip");
    for (List<String> wrong :
        List.of(
            List.of("--type=csu"),
            List.of("--type=ecom", "--scale-unit=x"),
            List.of("--scale-unit=x", "--name=x"),
            List.of("--name=x", "--on-unknown-state=panic"))) {
      Outcome outcome =
          desk.run(
              Stream.concat(Stream.of("deploy", "--environment=e", "--asset=" + id), wrong.stream())
                  .toArray(String[]::new));

      assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
    }
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void a_dry_run_says_what_would_happen_and_starts_nothing() {
    Outcome outcome =
        desk.run(
            "deploy",
            "--environment=contoso-uat",
            "--asset=" + desk.assetId("contoso-release-1.zip"),
            "--name=Release 1",
            "--dry-run");

    assertThat(outcome.succeeded().out())
        .isEqualTo(
            "would deploy 'Contoso release 1' to 'contoso-uat' in project 1234567, with a deployment of type hq\n");
    assertThat(desk.received("lcs")).noneMatch(it -> it.method().equals("POST"));
  }

  @Test
  void a_dry_run_names_every_obstacle_and_fails_with_the_first() {
    Outcome outcome =
        desk.run(
            "deploy",
            "--environment=contoso-production",
            "--asset=" + desk.assetId("contoso-invalid.zip"),
            "--name=x",
            "--dry-run",
            "-o=json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("PRODUCTION_ENVIRONMENT");
    assertThat(outcome.out()).contains("PRODUCTION_ENVIRONMENT", "VALIDATION_FAILED");
  }

  private String eCommerceId() {
    return desk.emulator.world().lifecycle().environments().stream()
        .flatMap(environment -> environment.eCommerce().stream())
        .findFirst()
        .orElseThrow()
        .toString();
  }

  /** As a shell takes the command apart that joins again. */
  private static String[] joinWords(Outcome outcome) {
    String command =
        outcome
            .err()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("lifeline operation watch"))
            .findFirst()
            .orElseThrow();
    return Pattern.compile("\"([^\"]*)\"|(\\S+)")
        .matcher(command.substring("lifeline ".length()))
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toArray(String[]::new);
  }
}
