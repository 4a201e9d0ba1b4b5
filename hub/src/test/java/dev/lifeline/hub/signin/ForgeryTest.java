package dev.lifeline.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.hub.Browser;
import dev.lifeline.hub.HubLab;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages of other sites can do with a session that a browser sends by itself: nothing. */
class ForgeryTest {
  private static final String PASSWORD = "blue horses run";
  private static final Map<String, Object> TOKEN =
      Map.of("name", "mine", "scopes", java.util.List.of("app_token"));

  private HubLab lab;
  private Browser browser;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    lab = new HubLab(DatabaseKind.H2);
    lab.person("adele");
    lab.password("adele", PASSWORD);
    browser = new Browser(lab.hub.url());
    browser.signIn("adele@contoso.example", PASSWORD);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_page_of_the_hub_changes_things() throws Exception {
    assertThat(browser.call("POST", "/api/v1/tokens", TOKEN).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
  })
  void a_page_of_another_site_does_not_even_with_the_proof(String header, String value)
      throws Exception {
    assertThat(browser.with(header, value).call("POST", "/api/v1/tokens", TOKEN).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"https://evil.example", "'null'", "http://127.0.0.1:1"})
  void without_fetch_metadata_the_origin_counts(String origin) throws Exception {
    Browser older = browser.with("Sec-Fetch-Site", null);
    String own = lab.hub.url().toString();

    assertThat(older.with("Origin", origin).post("/sign-out", Map.of()).status()).isEqualTo(403);
    assertThat(older.with("Origin", own).post("/sign-out", Map.of()).status()).isEqualTo(303);
  }

  @Test
  void nothing_is_changed_without_the_proof_or_with_that_of_another_session() throws Exception {
    Browser other = new Browser(lab.hub.url());
    other.signIn("adele@contoso.example", PASSWORD);

    assertThat(browser.post("/sign-out", Map.of("csrf", "")).status()).isEqualTo(403);
    assertThat(browser.post("/sign-out", Map.of("csrf", other.csrf())).status()).isEqualTo(403);
    assertThat(browser.get("/").status()).isEqualTo(200);
  }

  @Test
  void another_site_signs_nobody_in() throws Exception {
    Browser lured = new Browser(lab.hub.url()).with("Sec-Fetch-Site", "cross-site");

    assertThat(lured.signIn("adele@contoso.example", PASSWORD).status()).isEqualTo(403);
  }

  @Test
  void a_browser_does_not_open_what_programs_call() throws Exception {
    assertThat(browser.call("GET", "/contoso/_apis/serviceendpoint/endpoints", null).status())
        .isEqualTo(401);
  }

  @Test
  void a_token_does_not_open_pages() throws Exception {
    assertThat(lab.call("GET", "/", lab.administrator, null).status()).isEqualTo(302);
  }

  @Test
  void a_part_of_a_page_takes_the_page_to_the_sign_in() throws Exception {
    HubLab.Answer answer = new Browser(lab.hub.url()).with("HX-Request", "true").get("/");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers().get("hx-redirect")).containsExactly("/sign-in?next=%2F");
  }

  @Test
  void a_page_loads_nothing_from_elsewhere_and_stands_in_no_frame() throws Exception {
    Map<String, java.util.List<String>> headers = browser.get("/").headers();

    assertThat(headers.get("content-security-policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http");
    assertThat(headers.get("referrer-policy")).containsExactly("same-origin");
    assertThat(headers.get("cache-control")).containsExactly("no-store, no-cache");
  }
}
