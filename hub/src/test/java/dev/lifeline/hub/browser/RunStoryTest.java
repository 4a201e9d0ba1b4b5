package dev.lifeline.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import dev.lifeline.hub.RunLab;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with runs: they watch them, understand them, end them and repeat them. */
class RunStoryTest {
  private static final String LIST = "/contoso/Main/_runs";

  private RunLab lab;
  private Person person;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    lab = new RunLab(DatabaseKind.H2);
    lab.password(Person.PASSWORD);
    person = person(new NewContextOptions().setViewportSize(1280, 800));
  }

  private Person person(NewContextOptions options) {
    Person someone = new Person(lab.hub.url(), options);
    someone.page.setDefaultTimeout(30_000);
    return someone.signIn("root@contoso.example");
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
  void a_run_is_watched_to_its_end_without_a_touch() throws Exception {
    lab.emulator.world().changeTimeScale(600);
    String run = lab.start(lab.deployment("contoso-test", "Release 42"));
    person.visit(LIST);
    person.link("release").click();

    person.sees("So far");
    person.look();
    person.sees("PreparingEnvironment");
    person.sees("Watch it in a shell");
    person.look();
    lab.emulator.world().changeTimeScale(72_000);
    person.sees("Everything was done.");

    person.look();
    assertThat(person.page.locator("#live").innerText())
        .contains("Deploy 'Release 42' to contoso-test", "Completed", "lifeline operation watch");
    assertThat(person.page.locator("#run-said").textContent()).isEqualTo("release: Succeeded");
    assertThat(person.page.url()).endsWith(run);
  }

  @Test
  void a_run_that_failed_says_why_and_what_to_do() throws Exception {
    String run =
        lab.start(
            List.of(
                lab.deployment("no-such-environment", "Release 42"),
                Map.of("kind", "stop-environment", "environment", "contoso-dev")));
    lab.end(run);
    person.visit(LIST + "/" + run);

    person.sees("No environment is named 'no-such-environment'");
    person.sees("What to do");
    person.sees("ENVIRONMENT_NOT_FOUND");
    person.sees("Not begun");
    person.visit(LIST + "?state=failed");
    person.link("release").waitFor();
    person.visit(LIST + "?state=succeeded");
    person.sees("No run is like that.");
  }

  @Test
  void a_run_is_cancelled_and_run_again() throws Exception {
    lab.emulator.world().changeTimeScale(60);
    String run =
        lab.start(
            List.of(
                lab.deployment("contoso-test", "Release 42"),
                Map.of("kind", "restart-environment", "environment", "contoso-dev")));
    lab.await(run, answer -> answer.at("state").equals("waiting"));
    person.visit(LIST + "/" + run);
    person.link("Cancel").click();
    person.sees("cannot call off an operation");
    person.look();
    person.button("Cancel the run").click();

    person.sees("The run was called off.");
    person.sees("Somebody called it off.");
    person.sees("goes on in LCS, which cannot call it off");
    person.look();

    person.link("Run again").click();
    person.sees("A new run does the same");
    person.look();
    person
        .page
        .getByRole(com.microsoft.playwright.options.AriaRole.DIALOG)
        .locator("button.primary")
        .click();
    person.sees("This is the new run.");
    person.link("another run").waitFor();
    assertThat(person.page.url()).doesNotContain(run);
  }

  @Test
  void a_run_can_be_read_on_a_telephone_and_without_scripts() throws Exception {
    String run = lab.start(lab.deployment("contoso-test", "Release 42"));
    lab.end(run);
    person.close();
    person = person(Person.narrow());
    person.visit(LIST);
    person.visit(LIST + "/" + run);
    person.close();
    person = person(Person.narrow().setJavaScriptEnabled(false));
    person.page.navigate(lab.hub.url() + LIST + "/" + run);
    person.sees("Everything was done.");
    person.link("Run again").click();
    person.button("Run again").click();
    person.sees("This is the new run.");
  }

  @Test
  void a_project_without_runs_says_how_one_is_asked_for() {
    person.visit(LIST);

    person.sees("No run yet");
    Locator sample = person.page.locator("#sample");
    assertThat(sample.textContent()).contains(lab.hub.url() + "/api/v1/runs");
  }
}
