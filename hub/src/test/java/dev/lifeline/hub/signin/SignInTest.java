package dev.lifeline.hub.signin;

import static dev.lifeline.hub.Browser.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.hub.Browser;
import dev.lifeline.hub.HubLab;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final String PASSWORD = "blue horses run";
  private static final String ADELE = "adele@contoso.example";

  private HubLab lab;
  private Browser browser;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    lab = new HubLab(DatabaseKind.H2);
    lab.person("adele");
    lab.password("adele", PASSWORD);
    browser = new Browser(lab.hub.url());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_person_signs_in_and_out() throws Exception {
    HubLab.Answer before = browser.get("/");
    HubLab.Answer in = browser.signIn(ADELE.toUpperCase(java.util.Locale.ROOT), PASSWORD);
    HubLab.Answer home = browser.get("/");
    HubLab.Answer out = browser.post("/sign-out", Map.of());
    HubLab.Answer after = browser.get("/");

    assertThat(place(before)).isEqualTo("/sign-in?next=%2F");
    assertThat(in.status()).as(in.text()).isEqualTo(303);
    assertThat(home.text()).contains(ADELE);
    assertThat(place(out)).isEqualTo("/sign-in");
    assertThat(browser.cookie("lifeline")).isNull();
    assertThat(after.status()).isEqualTo(302);
  }

  @Test
  void whoever_was_sent_to_sign_in_gets_where_they_wanted() throws Exception {
    HubLab.Answer asked = browser.get("/account/password?from=mail");
    HubLab.Answer form = browser.get(place(asked));
    HubLab.Answer in =
        browser.post(
            "/sign-in",
            Map.of("name", ADELE, "password", PASSWORD, "next", "/account/password?from=mail"));

    assertThat(form.text()).contains("value=\"/account/password?from=mail\"");
    assertThat(place(in)).isEqualTo("/account/password?from=mail");
  }

  @Test
  void nobody_is_sent_to_another_host() throws Exception {
    HubLab.Answer in =
        browser.post(
            "/sign-in", Map.of("name", ADELE, "password", PASSWORD, "next", "//evil.example/"));

    assertThat(place(in)).isEqualTo("/");
  }

  @Test
  void the_cookie_is_for_this_hub_alone_and_unseen_by_scripts() throws Exception {
    HubLab.Answer in = browser.signIn(ADELE, PASSWORD);

    assertThat(in.headers().get("set-cookie"))
        .singleElement()
        .asString()
        .matches("lifeline=[a-z2-7]{52}; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax");
  }

  @Test
  void each_sign_in_has_a_cookie_of_its_own_and_ends_the_one_before() throws Exception {
    browser.signIn(ADELE, PASSWORD);
    Browser old = browser.with("X-Copy", "yes");

    browser.signIn(ADELE, PASSWORD);

    assertThat(browser.cookie("lifeline")).isNotEqualTo(old.cookie("lifeline"));
    assertThat(old.get("/").status()).isEqualTo(302);
    assertThat(browser.get("/").status()).isEqualTo(200);
  }

  @Test
  void unknown_names_wrong_passwords_and_people_kept_out_look_the_same() throws Exception {
    lab.person("blair");
    lab.person("casey");
    lab.password("casey", PASSWORD);
    lab.call(
        "PATCH", "/api/v1/people/" + lab.id("casey"), lab.administrator, Map.of("disabled", true));
    List<String> answers = new ArrayList<>();
    for (String name : List.of("adele", "blair", "casey", "nobody")) {
      HubLab.Answer answer =
          new Browser(lab.hub.url())
              .signIn(
                  name + "@contoso.example", name.equals("casey") ? PASSWORD : "wrong password");
      answers.add(answer.status() + answer.text().replace(name, "NAME"));
    }

    assertThat(answers).allSatisfy(each -> assertThat(each).startsWith("401"));
    assertThat(answers).containsOnly(answers.get(0));
  }

  @Test
  void what_was_typed_for_a_name_is_not_in_the_audit_log() throws Exception {
    browser.signIn("hunter2 by mistake", "adele");
    browser.signIn(ADELE, "wrong password");
    browser.signIn(ADELE, PASSWORD);
    browser.post("/sign-out", Map.of());

    String audit = lab.call("GET", "/api/v1/audit", lab.administrator, null).text();

    assertThat(audit)
        .contains("sign-in.refused", "session.begun", "session.ended", "somebody unknown")
        .doesNotContain("hunter2", PASSWORD);
  }

  @Test
  void failures_with_an_account_cost_time_and_never_lock_it() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(browser.signIn(ADELE, "wrong password").status()).isEqualTo(401);
    }
    HubLab.Answer sixth = browser.signIn(ADELE, PASSWORD);
    lab.time.advance(Duration.ofSeconds(1));
    HubLab.Answer seventh = browser.signIn(ADELE, "wrong password");
    lab.time.advance(Duration.ofSeconds(1));
    HubLab.Answer eighth = browser.signIn(ADELE, PASSWORD);
    lab.time.advance(Duration.ofSeconds(1));
    HubLab.Answer good = browser.signIn(ADELE, PASSWORD);

    assertThat(List.of(sixth.status(), seventh.status(), eighth.status(), good.status()))
        .containsExactly(429, 401, 429, 303);
    assertThat(sixth.headers().get("retry-after")).containsExactly("1");
  }

  @Test
  void the_limit_says_nothing_about_who_exists() throws Exception {
    List<Integer> unknown = new ArrayList<>();
    List<Integer> known = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      unknown.add(browser.signIn("nobody", "wrong password").status());
      known.add(browser.signIn(ADELE, "wrong password").status());
    }

    assertThat(unknown).isEqualTo(known).endsWith(429, 429);
  }

  @Test
  void an_address_that_tries_many_names_waits_too() throws Exception {
    for (int i = 0; i < 20; i++) {
      browser.signIn("name " + i, "wrong password");
    }

    assertThat(browser.signIn("another", "wrong password").status()).isEqualTo(429);
    lab.time.advance(Duration.ofHours(1).plusSeconds(1));
    assertThat(browser.signIn(ADELE, PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void many_tries_at_once_get_no_further_than_one_after_the_other() throws Exception {
    ExecutorService attackers = Executors.newFixedThreadPool(10);
    List<Future<Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      tries.add(
          attackers.submit(
              () -> new Browser(lab.hub.url()).signIn(ADELE, "wrong password").status()));
    }
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> each : tries) {
      answers.add(each.get());
    }
    attackers.shutdown();

    assertThat(answers).containsOnly(401, 429);
    assertThat(answers).filteredOn(status -> status == 401).hasSize(5);
  }

  @Test
  void a_session_ends_when_it_is_not_used_and_after_a_week() throws Exception {
    browser.signIn(ADELE, PASSWORD);
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      lab.time.advance(Duration.ofHours(11));
      answers.add(browser.get("/").status());
    }
    lab.time.advance(Duration.ofHours(4));
    int afterAWeek = browser.get("/").status();
    browser.signIn(ADELE, PASSWORD);
    lab.time.advance(Duration.ofHours(12));
    int idle = browser.get("/").status();

    assertThat(answers).containsOnly(200);
    assertThat(List.of(afterAWeek, idle)).containsExactly(302, 302);
  }

  @Test
  void who_is_kept_out_is_out_at_once_with_browsers_and_tokens() throws Exception {
    browser.signIn(ADELE, PASSWORD);
    String token = lab.token("adele", "app_token");
    String path = "/api/v1/people/" + lab.id("adele");

    lab.call("PATCH", path, lab.administrator, Map.of("disabled", true));
    int page = browser.get("/").status();
    int program = lab.call("GET", "/api/v1/tokens", token, null).status();
    lab.call("PATCH", path, lab.administrator, Map.of("disabled", false));

    assertThat(List.of(page, program)).containsExactly(302, 401);
    assertThat(lab.call("GET", "/api/v1/tokens", token, null).status()).isEqualTo(200);
    assertThat(browser.get("/").status()).isEqualTo(302);
  }

  @Test
  void a_person_sees_and_ends_the_own_sessions_only() throws Exception {
    lab.person("blair");
    lab.password("blair", PASSWORD);
    Browser blair = new Browser(lab.hub.url());
    blair.signIn("blair@contoso.example", PASSWORD);
    Browser phone = new Browser(lab.hub.url()).with("User-Agent", "phone");
    phone.signIn(ADELE, PASSWORD);
    browser.signIn(ADELE, PASSWORD);

    HubLab.Answer list = browser.call("GET", "/api/v1/sessions", null);
    String id = list.text().replaceFirst("(?s).*\"id\":\"([^\"]+)\"(?=[^}]*phone).*", "$1");
    int foreign = blair.call("DELETE", "/api/v1/sessions/" + id, null).status();
    int own = browser.call("DELETE", "/api/v1/sessions/" + id, null).status();

    assertThat(list.text()).contains("phone", "\"thisOne\":true").doesNotContain(lab.id("blair"));
    assertThat(List.of(foreign, own)).containsExactly(404, 204);
    assertThat(phone.get("/").status()).isEqualTo(302);
  }
}
