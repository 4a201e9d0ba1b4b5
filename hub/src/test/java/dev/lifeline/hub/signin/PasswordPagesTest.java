package dev.lifeline.hub.signin;

import static dev.lifeline.hub.Browser.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.hub.Browser;
import dev.lifeline.hub.Hub;
import dev.lifeline.hub.HubLab;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How passwords come to be: by the setup link, by an invitation, by the one before. */
class PasswordPagesTest {
  private static final String PASSWORD = "blue horses run";
  private static final String OTHER = "green horses fly";
  private static final String ADELE = "adele@contoso.example";

  private HubLab lab;
  private Browser browser;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    lab = new HubLab(DatabaseKind.H2);
    lab.person("adele");
    browser = new Browser(lab.hub.url());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void an_invitation_lets_a_person_choose_a_password_once() throws Exception {
    String path = invite();
    HubLab.Answer form = browser.get(path);
    HubLab.Answer chosen = browser.post(path, twice(PASSWORD));
    HubLab.Answer again = browser.post(path, twice(OTHER));

    assertThat(form.text()).contains(ADELE);
    assertThat(chosen.status()).as(chosen.text()).isEqualTo(303);
    assertThat(browser.get("/").text()).contains(ADELE);
    assertThat(again.status()).isEqualTo(404);
    assertThat(new Browser(lab.hub.url()).signIn(ADELE, PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void an_invitation_is_good_for_three_days_and_until_the_next() throws Exception {
    String first = invite();
    String second = invite();
    int replaced = browser.get(first).status();
    lab.time.advance(Duration.ofDays(3));
    int late = browser.get(second).status();

    assertThat(replaced).isEqualTo(404);
    assertThat(late).isEqualTo(404);
    assertThat(browser.post(second, twice(PASSWORD)).status()).isEqualTo(404);
  }

  @Test
  void a_password_that_is_not_good_enough_leaves_the_invitation_good() throws Exception {
    String path = invite();

    HubLab.Answer common = browser.post(path, twice("Password123456"));
    HubLab.Answer different = browser.post(path, Map.of("new-password", PASSWORD, "again", OTHER));

    assertThat(common.status()).isEqualTo(400);
    assertThat(common.text()).contains("tried first").doesNotContain("Password123456");
    assertThat(different.text()).contains("not the same");
    assertThat(browser.post(path, twice(PASSWORD)).status()).isEqualTo(303);
  }

  @Test
  void a_new_password_needs_the_present_one_and_ends_every_other_session() throws Exception {
    lab.password("adele", PASSWORD);
    Browser phone = new Browser(lab.hub.url());
    phone.signIn(ADELE, PASSWORD);
    browser.signIn(ADELE, PASSWORD);
    browser.get("/account/password");

    HubLab.Answer wrong = browser.post("/account/password", with(twice(OTHER), OTHER));
    HubLab.Answer changed = browser.post("/account/password", with(twice(OTHER), PASSWORD));

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(changed.status()).as(changed.text()).isEqualTo(303);
    assertThat(browser.get("/").status()).isEqualTo(200);
    assertThat(phone.get("/").status()).isEqualTo(302);
    assertThat(phone.signIn(ADELE, PASSWORD).status()).isEqualTo(401);
    assertThat(phone.signIn(ADELE, OTHER).status()).isEqualTo(303);
  }

  @Test
  void an_open_browser_is_no_way_to_guess_the_present_password() throws Exception {
    lab.password("adele", PASSWORD);
    browser.signIn(ADELE, PASSWORD);
    for (int i = 0; i < 5; i++) {
      browser.post("/account/password", with(twice(OTHER), "wrong"));
    }

    assertThat(browser.post("/account/password", with(twice(OTHER), PASSWORD)).status())
        .isEqualTo(429);
  }

  @Test
  void the_first_administrator_comes_in_with_a_browser() throws Exception {
    try (HubLab.Empty empty = new HubLab.Empty()) {
      Hub hub = empty.hub();
      URI link = hub.administratorUrl().orElseThrow();
      Browser first = new Browser(hub.url());
      HubLab.Answer form = first.get(link.getPath());
      Map<String, String> fields = new HashMap<>(twice(PASSWORD));
      fields.putAll(Map.of("name", "root@contoso.example", "organization", "contoso"));

      HubLab.Answer done = first.post(link.getPath(), fields);

      assertThat(form.text()).contains("no administrator yet");
      assertThat(place(done)).as(done.text()).isEqualTo("/");
      assertThat(first.get("/").text()).contains("root@contoso.example");
      assertThat(first.call("GET", "/api/v1/organizations", null).text()).contains("contoso");
      assertThat(first.get(link.getPath()).status()).isEqualTo(404);
    }
  }

  private String invite() throws Exception {
    HubLab.Answer answer =
        lab.call(
            "POST", "/api/v1/people/" + lab.id("adele") + "/invitation", lab.administrator, null);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return URI.create(answer.at("url")).getPath();
  }

  private static Map<String, String> twice(String password) {
    return Map.of("new-password", password, "again", password);
  }

  private static Map<String, String> with(Map<String, String> fields, String present) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("password", present);
    return all;
  }
}
