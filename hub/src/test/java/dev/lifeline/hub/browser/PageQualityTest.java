package dev.lifeline.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import dev.lifeline.hub.HubLab;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page: light, quick, narrow, dark, without scripts, without a mouse. */
class PageQualityTest {
  private static final String ROOT = "root@contoso.example";
  private static final String LIST = "/contoso/" + HubLab.PROJECT + "/_settings/connections";
  private static final int HEAVIEST = 150_000;
  private static final double SLOWEST_MILLIS = 100;

  private static HubLab lab;
  private static String id;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    lab = new HubLab(DatabaseKind.H2);
    lab.password("administrator", Person.PASSWORD);
    id = lab.connection("LCS main", lab.administrator);
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/new", "/ID", "/ID/history", "/ID/security", "/ID/edit", "/ID/delete"})
  void a_page_is_as_it_should_be_on_a_phone_and_in_the_dark(String path) {
    for (Browser.NewContextOptions options : List.of(Person.narrow(), Person.dark())) {
      try (Person person = new Person(lab, options).signIn(ROOT)) {
        person.visit(LIST + path.replace("ID", id));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/contoso", "/account/password", "/contoso/nowhere"})
  void another_page_is_as_it_should_be(String path) {
    try (Person person = new Person(lab, Person.narrow()).signIn(ROOT)) {
      person.visit(path);
    }
  }

  @ParameterizedTest
  @EnumSource(Section.class)
  void each_entry_of_the_navigation_is_as_it_should_be(Section section) {
    try (Person person = new Person(lab, Person.narrow()).signIn(ROOT)) {
      person.visit(section.place("/contoso/" + HubLab.PROJECT));
    }
  }

  @Test
  void a_first_visit_weighs_less_than_150_kb() {
    try (Person person = new Person(lab)) {
      List<Request> requests = new ArrayList<>();
      person.page.onRequestFinished(requests::add);

      person.signIn(ROOT).visit(LIST);

      long bytes = requests.stream().mapToLong(each -> each.sizes().responseBodySize).sum();
      assertThat(bytes).isBetween(1_000L, (long) HEAVIEST);
    }
  }

  @Test
  void a_page_is_made_within_100_ms() {
    try (Person person = new Person(lab).signIn(ROOT)) {
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        Response answer = person.page.navigate(lab.hub.url() + LIST.replace(" ", "%20"));
        answer.finished();
        times.add(answer.request().timing().responseStart);
      }
      times.sort(null);

      assertThat(times.get(times.size() / 2)).isLessThan(SLOWEST_MILLIS);
    }
  }

  @Test
  void the_dialog_is_opened_and_left_by_keyboard() {
    try (Person person = new Person(lab).signIn(ROOT)) {
      person.visit(LIST);
      person.link("New service connection").focus();
      person.page.keyboard().press("Enter");
      person.page.getByRole(AriaRole.DIALOG).waitFor();

      person.page.keyboard().press("Escape");

      person.page.waitForFunction("!document.getElementById('dialog').open");
      assertThat(person.page.evaluate("document.activeElement.textContent"))
          .asString()
          .contains("New service connection");
    }
  }

  @Test
  void a_connection_is_made_without_scripts() {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setViewportSize(1280, 800).setJavaScriptEnabled(false);
    try (Person person = new Person(lab, options).signIn(ROOT)) {
      person.page.navigate(lab.hub.url() + LIST.replace(" ", "%20"));
      person.link("New service connection").click();
      Forms.fill(person, lab, "Without scripts", "a wrong password");
      person.button("Verify and save").click();
      person.sees("AADSTS50126");
      assertThat(person.field("Service connection name").inputValue()).isEqualTo("Without scripts");

      person.field("Password").fill(lab.password());
      person.button("Verify and save").click();

      person.sees("The service connection was created.");
    }
  }

  @Test
  void dark_and_light_are_chosen_and_kept() {
    try (Person person = new Person(lab).signIn(ROOT)) {
      person.visit(LIST);
      person.button("Switch between dark and light").click();
      person.page.waitForURL("**/connections");
      person.visit("/contoso");

      assertThat(person.page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
    }
  }
}
