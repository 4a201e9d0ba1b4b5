package dev.lifeline.hub;

import static dev.lifeline.hub.Browser.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.time.SystemTime;
import dev.lifeline.emulator.peers.Keycloak;
import dev.lifeline.hub.provider.ProviderSettings;
import dev.lifeline.hub.signin.SignInSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sign-in to the hub with a provider that nobody here wrote. */
@Tag("keycloak")
class KeycloakTest {
  private static final String PASSWORD = "blue horses run";
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

  private static Keycloak keycloak;
  private static HubLab.Empty lab;
  private static Browser root;

  private Browser browser;
  private Browser provider;

  @BeforeAll
  static void start() throws Exception {
    keycloak = Keycloak.start(KeycloakTest.class, "people-realm.json");
    ProviderSettings settings =
        new ProviderSettings(
            keycloak.realm("people"),
            "lifeline-hub",
            Secret.of("a secret of the realm & the hub"),
            ProviderSettings.EMAIL,
            false);
    lab = new HubLab.Empty(new SystemTime(), new SignInSettings(true, settings));
    root = new Browser(lab.hub().url());
    Map<String, String> fields = new HashMap<>();
    fields.put("name", "root@contoso.example");
    fields.put("new-password", PASSWORD);
    fields.put("again", PASSWORD);
    root.post(lab.hub().administratorUrl().orElseThrow().getPath(), fields);
    root.get("/");
    root.call("POST", "/api/v1/people", Map.of("uniqueName", "adele@contoso.example"));
  }

  @AfterAll
  static void stop() {
    if (lab != null) {
      lab.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  @BeforeEach
  void open() {
    browser = new Browser(lab.hub().url());
    provider = new Browser(keycloak.realm("people"));
  }

  @Test
  void a_person_signs_in_and_out() throws Exception {
    HubLab.Answer in = signIn("adele");
    HubLab.Answer home = browser.get("/");
    HubLab.Answer out = browser.post("/sign-out", Map.of());
    String end = out.headers().get("refresh").get(0).replaceFirst("^0; url=", "");

    assertThat(place(in)).as(in.text()).isEqualTo("/");
    assertThat(home.text()).contains("adele@contoso.example");
    assertThat(browser.get("/").status()).isEqualTo(302);
    assertThat(provider.get(local(end)).status()).isEqualTo(200);
  }

  @Test
  void an_address_that_keycloak_has_not_verified_is_nobodys() throws Exception {
    HubLab.Answer in = signIn("blair");

    assertThat(in.status()).isEqualTo(401);
    assertThat(browser.get("/").status()).isEqualTo(302);
  }

  @Test
  void a_code_is_good_once() throws Exception {
    String back = back("adele");
    browser.get(back);
    Browser copy = new Browser(lab.hub().url());

    assertThat(copy.get(back).status()).isEqualTo(400);
  }

  private HubLab.Answer signIn(String user) throws Exception {
    return browser.get(back(user));
  }

  /** Through Keycloak's own pages, and where they lead. */
  private String back(String user) throws Exception {
    HubLab.Answer away = browser.get("/sign-in/oidc");
    assertThat(away.status()).as(away.text()).isEqualTo(302);
    String page = provider.get(local(place(away))).text();
    Matcher action = ACTION.matcher(page);
    assertThat(action.find()).as(page).isTrue();
    HubLab.Answer answer =
        provider.post(
            local(action.group(1).replace("&amp;", "&")),
            Map.of("username", user, "password", PASSWORD));
    assertThat(answer.status()).as(answer.text()).isEqualTo(302);
    return local(place(answer));
  }

  private static String local(String place) {
    URI uri = URI.create(place);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }
}
