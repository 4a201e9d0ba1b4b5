package dev.lifeline.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.lifeline.emulator.Addresses;
import dev.lifeline.hub.HubLab;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A newcomer's way: through the setup guide, or directly from a pipeline task. */
class NewcomerStoryTest {
  private static final String PROJECT = "/contoso/" + HubLab.PROJECT;

  private HubLab lab;
  private Person person;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    lab = new HubLab(DatabaseKind.H2);
    lab.password("administrator", Person.PASSWORD);
    person = new Person(lab).signIn("root@contoso.example");
  }

  @AfterEach
  void close() {
    try {
      person.close();
    } finally {
      lab.close();
    }
  }

  @Test
  void the_guide_takes_a_newcomers_values_and_ends_in_the_dialog() {
    Addresses at = lab.emulator.addresses();
    person.visit(PROJECT);
    person.link("Setup guide").click();
    person.sees("Public client flows");
    person.look();

    person.field("Geography of the project").selectOption("eu");
    person.field("Username").fill(at.username());
    person.field("Application (Client) ID").fill(at.clientId().toString());
    person.field("Service connection name").fill("LCS main");
    person.sees("Everything is known but the password.");
    assertThat(person.page.locator("#public-client-flows-2").textContent())
        .isEqualTo("lifeline app check " + at.clientId() + " --username " + at.username());
    person.look();

    person.link("New service connection").click();
    person.page.getByRole(AriaRole.DIALOG).waitFor();
    person.look();
    assertThat(inDialog("#username")).isEqualTo(at.username());
    assertThat(inDialog("#client-id")).isEqualTo(at.clientId().toString());
    assertThat(inDialog("#connection-name")).isEqualTo("LCS main");
    assertThat(inDialog("#geography")).isEqualTo("eu");
    finishDialog(lab.password());

    person.sees("The service connection was created.");
  }

  @Test
  void what_is_wrong_with_a_value_is_said_beside_it_and_no_command_holds_it() {
    person.visit(
        PROJECT + "/_settings/setup-guide?my-username=a@b;reboot&my-client-id=12&my-cloud=global");

    person.sees("It holds something else than an e-mail address does.");
    person.look();
    assertThat(person.page.locator(".walk").textContent()).doesNotContain("reboot");
  }

  @Test
  void a_link_cannot_choose_where_a_password_goes() {
    person.visit(
        PROJECT
            + "/_settings/connections/new?cloud=other&authentication-endpoint=https://evil.example/x"
            + "&api-endpoint=https://evil.example&geography=other&username=a@b.example");

    assertThat(person.page.locator("#authentication-endpoint").inputValue()).isEmpty();
    assertThat(person.page.locator("#api-endpoint").inputValue()).isEmpty();
    assertThat(person.page.locator("#cloud").inputValue()).isEqualTo("global");
  }

  @Test
  void a_connection_is_made_from_a_task_and_comes_back_chosen() throws Exception {
    person.visit(PROJECT + "/_tasks");
    person.page.getByText("LCS Asset Upload").click();
    person.sees("Still to be filled in");
    person.look();
    person.field("The id of the LCS project").fill("1234567");
    person.field("The file to upload").fill("$(Build.ArtifactStagingDirectory)/it's.zip");

    person.button("New service connection").click();
    person.page.getByRole(AriaRole.DIALOG).waitFor();
    person.look();
    fillDialog("LCS main", lab.password());
    person.button("Verify and save").click();

    person.sees("The service connection was created.");
    person.look();
    assertThat(person.page.locator("#connection option:checked").textContent())
        .isEqualTo("LCS main");
    assertThat(person.field("The id of the LCS project").inputValue()).isEqualTo("1234567");
    String yaml = person.page.locator("#azure-pipelines").textContent();
    assertThat(yaml)
        .contains("LIFELINE_CONNECTION: LCS main")
        .contains("assetPath: '$(Build.ArtifactStagingDirectory)/it''s.zip'");
    person.allowClipboard();
    person.button("Copy: Azure Pipelines").click();
    person.sees("Copied");
    assertThat(person.page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(yaml);
  }

  @Test
  void a_choice_brings_and_takes_the_inputs_that_belong_to_it() {
    person.visit(PROJECT + "/_tasks/asset-deployment");
    assertThat(person.field("The name of the scale unit").isVisible()).isFalse();

    person.field("The kind of deployment").selectOption("csu");
    person.field("The name of the scale unit").fill("CSU 1");

    person.sees("scaleUnitName: CSU 1");
    assertThat(person.page.locator("#azure-pipelines").textContent()).doesNotContain("releaseName");
    person.look();
  }

  @Test
  void the_hub_runs_a_task_by_itself_and_leads_to_the_run() throws Exception {
    String connection = lab.connection("LCS main", lab.administrator);
    person.visit(
        PROJECT
            + "/_tasks/environment-start?projectId=1234567&environmentId=contoso-uat&connection="
            + connection);
    person.look();

    person.button("Run now").click();
    person.page.waitForURL("**/_runs/*");

    String run = person.page.url().replaceFirst(".*/", "");
    assertThat(person.page.request().get(lab.hub.url() + "/api/v1/runs/" + run).text())
        .contains("LCS Environment Start");
  }

  @Test
  void a_run_that_cannot_be_is_refused_with_a_sentence_and_nothing_is_lost() throws Exception {
    String connection = lab.connection("LCS main", lab.administrator);
    person.visit(
        PROJECT
            + "/_tasks/asset-deployment?projectId=abc&environmentId=contoso-uat&fileAssetId=8a46cd31-0272-4aa4-bae5-f4bbeaa15423&releaseName=R"
            + "&connection="
            + connection);

    person.button("Run now").click();

    person.sees("'projectId' has to be the id of a project in LCS");
    person.look();
    assertThat(person.field("The id of the environment").inputValue()).isEqualTo("contoso-uat");
  }

  @Test
  void both_are_usable_on_a_small_and_on_a_dark_screen() {
    for (var options : java.util.List.of(Person.narrow(), Person.dark())) {
      try (Person other = new Person(lab, options).signIn("root@contoso.example")) {
        other.visit(PROJECT + "/_settings/setup-guide");
        other.visit(PROJECT + "/_tasks");
        other.visit(PROJECT + "/_tasks/asset-deployment");
      }
    }
  }

  private String inDialog(String selector) {
    return person.page.locator("#dialog " + selector).inputValue();
  }

  private void fillDialog(String name, String password) {
    Addresses at = lab.emulator.addresses();
    person.page.locator("#dialog #username").fill(at.username());
    person.page.locator("#dialog #client-id").fill(at.clientId().toString());
    person.page.locator("#dialog #connection-name").fill(name);
    fillPlaces(password);
  }

  private void finishDialog(String password) {
    fillPlaces(password);
    person.button("Verify and save").click();
  }

  private void fillPlaces(String password) {
    Addresses at = lab.emulator.addresses();
    person.page.locator("#dialog #cloud").selectOption("other");
    person
        .page
        .locator("#dialog #authentication-endpoint")
        .fill(at.authenticationEndpoint().toString());
    person.page.locator("#dialog #geography").selectOption("other");
    person.page.locator("#dialog #api-endpoint").fill(at.apiEndpoint().toString());
    person.page.locator("#dialog #password").fill(password);
  }
}
