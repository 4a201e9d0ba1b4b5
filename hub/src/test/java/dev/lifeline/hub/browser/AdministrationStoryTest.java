package dev.lifeline.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.hub.HubLab;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators do, and what people do with their own tokens. */
class AdministrationStoryTest {
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
  void an_administrator_invites_somebody_who_signs_in() {
    person.link("People").click();
    person.look();
    person.field("Name or e-mail address").fill("adele@contoso.example");
    person.page.locator("#display-name").fill("Adele Vance");
    person.button("Add and invite").click();
    person.sees("An invitation for Adele Vance");
    person.sees("Has no password yet");
    person.look();
    String link = person.page.locator("#invitation").textContent();
    assertThat(person.page.url()).doesNotContain("invitation");

    try (Person adele = new Person(lab)) {
      adele.page.navigate(link);
      adele.page.locator("#new-password").fill(Person.PASSWORD);
      adele.page.locator("#again").fill(Person.PASSWORD);
      adele.page.locator("main button").click();
      adele.page.waitForURL(lab.hub.url() + "/");
      adele.sees("There is no project for you yet");
      assertThat(adele.link("People").count()).isZero();
    }
  }

  @Test
  void somebody_is_kept_out_and_let_in_again() throws Exception {
    lab.person("adele");
    lab.password("adele", Person.PASSWORD);
    try (Person adele = new Person(lab).signIn("adele@contoso.example")) {
      person.visit("/administration/people");
      person.button("Disable adele").click();
      person.sees("The person cannot come in any more");
      person.look();

      adele.page.navigate(lab.hub.url() + "/account/tokens");
      adele.page.waitForURL("**/sign-in**");
    }

    person.button("Enable adele").click();
    person.sees("The person may come in again.");
  }

  @Test
  void a_name_that_is_taken_is_refused_and_nothing_is_lost() {
    person.visit("/administration/people");
    person.field("Name or e-mail address").fill("root@contoso.example");
    person.page.locator("#display-name").fill("Another root");
    person.button("Add and invite").click();

    person.sees("There is somebody named 'root@contoso.example' already.");
    person.look();
    assertThat(person.page.locator("#display-name").inputValue()).isEqualTo("Another root");
  }

  @Test
  void a_token_is_made_shown_once_and_revoked() throws Exception {
    person.visit("/account/tokens?scope=lifeline.lcs");
    person.page.locator("#name").fill("pipeline");
    person.button("Make the token").click();
    person.sees("The token pipeline");
    person.look();
    String text = person.page.locator("#given").textContent();
    assertThat(lab.call("GET", "/api/v1/connections", text, null).status()).isEqualTo(200);
    assertThat(lab.call("GET", "/api/v1/people", text, null).status()).isEqualTo(401);

    person.visit("/account/tokens");
    assertThat(person.page.content()).doesNotContain(text);
    assertThat(person.page.locator("#name").inputValue()).isEmpty();
    person.button("Revoke the token pipeline").click();
    person.sees("The token is not good any more.");
    person.look();
    assertThat(lab.call("GET", "/api/v1/connections", text, null).status()).isEqualTo(401);
  }

  @Test
  void a_token_without_any_scope_is_refused_and_nothing_is_lost() {
    person.visit("/account/tokens");
    person.page.locator("#name").fill("pipeline");
    person.button("Make the token").click();

    person.sees("A token has at least one scope.");
    person.look();
    assertThat(person.page.locator("#name").inputValue()).isEqualTo("pipeline");
  }

  @Test
  void the_audit_log_is_read_page_by_page_and_filtered() throws Exception {
    for (int i = 0; i < 30; i++) {
      lab.person("somebody" + i);
    }
    person.visit("/administration/audit");
    person.sees("somebody29@contoso.example");
    person.look();
    person.link("Next").click();
    person.sees("somebody0@contoso.example");

    person.field("About").fill("SOMEBODY17@");
    person.field("Action").fill("person.");
    person.button("Filter").click();
    person.sees("somebody17@contoso.example");
    person.look();
    assertThat(person.page.locator("tbody tr").count()).isEqualTo(1);
  }

  @Test
  void keys_and_health_are_shown_without_any_key() throws Exception {
    lab.connection("LCS main", lab.administrator);
    person.visit("/administration/keys");
    person.sees("lifeline hub rotate-key");
    person.visit("/administration/health");
    person.sees("Answers");
  }

  @Test
  void all_of_it_is_usable_on_a_small_and_on_a_dark_screen() {
    for (var options : List.of(Person.narrow(), Person.dark())) {
      try (Person other = new Person(lab, options).signIn("root@contoso.example")) {
        for (String page : List.of("people", "audit", "keys", "health")) {
          other.visit("/administration/" + page);
        }
        other.visit("/account/tokens");
      }
    }
  }
}
