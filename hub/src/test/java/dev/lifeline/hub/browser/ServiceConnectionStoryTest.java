package dev.lifeline.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.lifeline.hub.HubLab;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with service connections, from the first to the last. */
class ServiceConnectionStoryTest {
  private static final String LIST = "/contoso/" + HubLab.PROJECT + "/_settings/connections";

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
  void a_connection_is_created_mended_in_verify_shared_and_permitted() throws Exception {
    person.visit(LIST);
    person.link("New service connection").click();
    person.page.getByRole(AriaRole.DIALOG).waitFor();
    person.look();
    fill("LCS main", "a wrong password");
    person.button("Verify and save").click();

    person.sees("The connection does not work yet.");
    person.sees("AADSTS50126");
    person.sees("What to do");
    person.look();
    assertThat(person.field("Password").inputValue()).isEqualTo("a wrong password");

    person.field("Password").fill(lab.password());
    person.button("Verify and save").click();
    person.sees("The service connection was created.");
    person.look();
    assertThat(person.page.content()).doesNotContain(lab.password());
    person.sees("Works");

    person.link("Security").click();
    person.look();
    person.field("Pipeline id").fill("42");
    person.button("Permit").click();
    person.sees("The pipeline may use this connection.");
    person.field("Project").selectOption(HubLab.OTHER);
    person.button("Share").click();
    person.sees("The connection is shared with the project.");
    person.look();

    String id = person.page.url().replaceFirst(".*connections/([0-9a-f-]{36}).*", "$1");
    assertThat(
            lab.call(
                    "GET",
                    "/contoso/"
                        + HubLab.PROJECT
                        + "/_apis/pipelines/pipelinepermissions/endpoint/"
                        + id,
                    lab.administrator,
                    null)
                .text())
        .contains("\"id\":42");
    assertThat(
            lab.call(
                    "GET",
                    "/contoso/" + HubLab.OTHER + "/_apis/serviceendpoint/endpoints/" + id,
                    lab.administrator,
                    null)
                .at("isShared"))
        .isEqualTo("true");
  }

  @Test
  void what_is_wrong_is_said_beside_each_field_and_nothing_is_lost() {
    person.visit(LIST);
    person.link("New service connection").click();
    person.field("Username").fill("deploy");
    person.field("Password").fill("secret words");
    person.button("Verify").click();

    person.sees("'deploy' has no @");
    person.look();
    assertThat(person.field("Password").inputValue()).isEqualTo("secret words");
    assertThat(person.field("Username").getAttribute("aria-invalid")).isEqualTo("true");
  }

  @Test
  void what_was_typed_survives_the_end_of_the_session() {
    person.visit(LIST + "/new");
    fill("LCS main", "secret words");
    person.losesSession();
    person.button("Save without verification").click();

    person.page.waitForURL("**/sign-in**");
    person.look();
    person.field("Name or e-mail address").fill("root@contoso.example");
    person.field("Password").fill(Person.PASSWORD);
    person.button("Sign in").click();
    person.page.waitForURL("**/_settings/connections/new");

    assertThat(person.field("Service connection name").inputValue()).isEqualTo("LCS main");
    assertThat(person.field("Password").inputValue()).isEmpty();
  }

  @Test
  void a_connection_can_be_verified_edited_rotated_and_deleted() throws Exception {
    lab.connection("LCS main", lab.administrator);
    person.visit(LIST);
    person.link("LCS main").click();
    person.look();
    person.button("Verify").click();
    person.sees("The connection works.");
    person.look();

    person.link("Edit").click();
    person.field("Service connection name").fill("LCS renamed");
    person.look();
    person.button("Save without verification").click();
    person.sees("The service connection was saved.");
    person.sees("LCS renamed");

    person.link("Rotate password").click();
    person.field("New password").fill("another wrong one");
    person.button("Verify and save").click();
    person.sees("AADSTS50126");
    person.field("New password").fill(lab.password());
    person.button("Verify and save").click();
    person.sees("The new password is stored.");

    person.link("Usage history").click();
    person.look();
    person.link("Delete").click();
    person.sees("Nobody used it in the last 30 days.");
    person.look();
    person.button("Delete").click();
    person.sees("The service connection was deleted.");
  }

  @Test
  void the_list_is_searched_while_somebody_types() throws Exception {
    lab.connection("Europe", lab.administrator);
    lab.connection("Norway", lab.administrator);
    person.visit(LIST);

    person.page.getByRole(AriaRole.SEARCHBOX).fill("norw");

    person.link("Europe").waitFor(hidden());
    person.link("Norway").waitFor();
  }

  private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }

  private void fill(String name, String password) {
    Forms.fill(person, lab, name, password);
  }
}
