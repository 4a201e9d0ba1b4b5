package dev.lifeline.hub.signin;

import static dev.lifeline.hub.Browser.place;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.lifeline.hub.Browser;
import dev.lifeline.hub.Hub;
import dev.lifeline.hub.HubLab;
import dev.lifeline.hub.HubSettings;
import dev.lifeline.hub.provider.FakeIssuer;
import dev.lifeline.hub.provider.FakeIssuer.Signing;
import dev.lifeline.hub.provider.ProviderSettings;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderSignInTest {
  private static final String ADELE = "adele@contoso.example";
  private static final String TENANT = "7a1f3c54-2f4d-4c6b-9d55-0f5b2f8f6f10";

  private HubLab lab;
  private FakeIssuer issuer;
  private Hub hub;
  private Browser browser;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    lab = new HubLab(DatabaseKind.H2);
    lab.person("adele");
    issuer = new FakeIssuer(lab.time);
    issuer.signsIn(adele());
    start(new SignInSettings(true, issuer.settings()));
  }

  @AfterEach
  void close() {
    hub.close();
    issuer.close();
    lab.close();
  }

  @Test
  void a_person_comes_in_by_an_address_that_the_provider_has_verified() throws Exception {
    HubLab.Answer form = browser.get("/sign-in?next=/account/password");
    HubLab.Answer in = signIn("/sign-in/oidc?next=%2Faccount%2Fpassword");

    assertThat(form.text()).contains("/sign-in/oidc?next=%2Faccount%2Fpassword");
    assertThat(place(in)).as(in.text()).isEqualTo("/account/password");
    assertThat(browser.get("/").text()).contains(ADELE);
    assertThat(browser.cookie("lifeline-provider")).isNull();
  }

  @Test
  void afterwards_the_account_counts_and_the_address_does_not() throws Exception {
    signIn("/sign-in/oidc");
    issuer.signsIn(Map.of("sub", "adele's number", "email", "vance@contoso.example"));
    browser = new Browser(hub.url());

    HubLab.Answer again = signIn("/sign-in/oidc");
    issuer.signsIn(Map.of("sub", "somebody new", "email", ADELE, "email_verified", true));
    browser = new Browser(hub.url());
    HubLab.Answer other = signIn("/sign-in/oidc");

    assertThat(again.status()).isEqualTo(303);
    assertThat(other.status()).isEqualTo(401);
  }

  @Test
  void an_address_that_is_not_verified_is_nobodys() throws Exception {
    issuer.signsIn(Map.of("sub", "mallory", "email", ADELE, "email_verified", false));

    HubLab.Answer in = signIn("/sign-in/oidc");

    assertThat(in.status()).isEqualTo(401);
    assertThat(in.text()).contains("does not know you");
    assertThat(browser.get("/").status()).isEqualTo(302);
  }

  @Test
  void an_administrator_can_name_another_claim_that_counts() throws Exception {
    ProviderSettings settings = issuer.settings();
    restart(
        new SignInSettings(
            true,
            new ProviderSettings(
                settings.issuer(),
                settings.clientId(),
                settings.clientSecret(),
                "preferred_username",
                false)));
    issuer.signsIn(Map.of("sub", "1", "preferred_username", "Adele@Contoso.example"));

    assertThat(signIn("/sign-in/oidc").status()).isEqualTo(303);
  }

  @Test
  void whoever_the_provider_lets_in_can_become_a_person_without_rights() throws Exception {
    ProviderSettings settings = issuer.settings();
    restart(
        new SignInSettings(
            true,
            new ProviderSettings(
                settings.issuer(), settings.clientId(), settings.clientSecret(), "email", true)));
    issuer.signsIn(
        Map.of("sub", "2", "email", "new@contoso.example", "email_verified", true, "name", "New"));

    HubLab.Answer in = signIn("/sign-in/oidc");

    assertThat(in.status()).isEqualTo(303);
    assertThat(browser.get("/").text()).contains("new@contoso.example");
    assertThat(browser.call("GET", "/api/v1/people", null).status()).isEqualTo(403);
  }

  @Test
  void an_invitation_says_who_an_account_is() throws Exception {
    issuer.signsIn(Map.of("sub", "without any address"));
    HubLab.Answer invitation =
        lab.call(
            "POST", "/api/v1/people/" + lab.id("adele") + "/invitation", lab.administrator, null);
    String path = URI.create(invitation.at("url")).getPath();
    String link = "/sign-in/oidc?invitation=" + path.substring(path.lastIndexOf('/') + 1);

    HubLab.Answer form = browser.get(path);
    HubLab.Answer in = signIn(link);
    browser = new Browser(hub.url());
    HubLab.Answer again = signIn("/sign-in/oidc");

    assertThat(form.text()).contains(link);
    assertThat(in.status()).as(in.text()).isEqualTo(303);
    assertThat(again.status()).isEqualTo(303);
    assertThat(browser.get(path).status()).isEqualTo(404);
  }

  @Test
  void who_is_kept_out_stays_out() throws Exception {
    lab.call(
        "PATCH", "/api/v1/people/" + lab.id("adele"), lab.administrator, Map.of("disabled", true));

    assertThat(signIn("/sign-in/oidc").status()).isEqualTo(401);
  }

  static Stream<Named<UnaryOperator<JWTClaimsSet.Builder>>> wrong() {
    return Stream.of(
        Named.of("another nonce", claims -> claims.claim("nonce", "another")),
        Named.of("no nonce", claims -> claims.claim("nonce", null)),
        Named.of("another audience", claims -> claims.audience("another")),
        Named.of(
            "several audiences", claims -> claims.audience(List.of(FakeIssuer.CLIENT, "another"))),
        Named.of("another party", claims -> claims.claim("azp", "another")),
        Named.of("another issuer", claims -> claims.issuer("https://evil.example")),
        Named.of("no subject", claims -> claims.subject(null)),
        Named.of("over", claims -> claims.expirationTime(Date.from(Instant.EPOCH))),
        Named.of("never over", claims -> claims.expirationTime(null)),
        Named.of(
            "of the future",
            claims -> claims.issueTime(Date.from(Instant.parse("2100-01-01T00:00:00Z")))));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void an_id_token_that_is_not_for_this_sign_in_opens_nothing(
      UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    issuer.changes(change);

    HubLab.Answer in = signIn("/sign-in/oidc");

    assertThat(in.status()).isEqualTo(502);
    assertThat(browser.get("/").status()).isEqualTo(302);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWN")
  void an_id_token_that_the_provider_did_not_sign_opens_nothing(Signing signing) throws Exception {
    issuer.signs(signing);

    assertThat(signIn("/sign-in/oidc").status()).isEqualTo(502);
    assertThat(browser.get("/").status()).isEqualTo(302);
  }

  @Test
  void a_provider_can_change_its_keys() throws Exception {
    signIn("/sign-in/oidc");
    issuer.rotates();
    lab.time.advance(Duration.ofMinutes(1));

    assertThat(signIn("/sign-in/oidc").status()).isEqualTo(303);
  }

  @Test
  void a_sign_in_comes_back_once_and_to_the_browser_that_began_it() throws Exception {
    String back =
        place(new Browser(issuer.address()).get(local(place(browser.get("/sign-in/oidc")))));

    HubLab.Answer other = new Browser(hub.url()).get(local(back));
    HubLab.Answer own = browser.get(local(back));
    HubLab.Answer again = browser.get(local(back));

    assertThat(other.status()).isEqualTo(400);
    assertThat(own.status()).isEqualTo(303);
    assertThat(again.status()).isEqualTo(400);
  }

  /** A node that was started meanwhile, on the address that the load balancer shows. */
  @Test
  void another_node_takes_up_a_sign_in() throws Exception {
    String back =
        place(new Browser(issuer.address()).get(local(place(browser.get("/sign-in/oidc")))));
    HubSettings settings = lab.settings(true);
    int port = hub.url().getPort();
    hub.close();
    hub =
        Hub.start(
            new HubSettings(
                    settings.host(),
                    port,
                    settings.database(),
                    settings.masterKey(),
                    settings.network(),
                    true)
                .with(new SignInSettings(true, issuer.settings())),
            lab.surroundings());

    assertThat(browser.get(local(back)).status()).isEqualTo(303);
    assertThat(browser.get("/").text()).contains(ADELE);
  }

  @Test
  void a_refusal_of_the_provider_is_told_without_its_words() throws Exception {
    HubLab.Answer away = browser.get("/sign-in/oidc");
    String state = place(away).replaceFirst(".*[?&]state=([^&]+).*", "$1");

    HubLab.Answer back =
        browser.get(
            "/sign-in/oidc/callback?error=access_denied&error_description=call%20555&state="
                + state);

    assertThat(back.status()).isEqualTo(401);
    assertThat(back.text()).contains("did not let you in").doesNotContain("call 555");
  }

  @Test
  void a_provider_that_is_away_is_told() throws Exception {
    issuer.close();

    assertThat(browser.get("/sign-in/oidc").status()).isEqualTo(502);
  }

  @Test
  void a_provider_of_another_name_is_not_the_one() throws Exception {
    issuer.calls("https://evil.example");

    assertThat(browser.get("/sign-in/oidc").status()).isEqualTo(502);
  }

  @Test
  void with_any_tenant_of_entra_id_only_an_invitation_says_who_somebody_is() throws Exception {
    issuer.calls(issuer.address() + "/{tenantid}/v2.0");
    issuer.changes(
        claims -> claims.issuer(issuer.address() + "/" + TENANT + "/v2.0").claim("tid", TENANT));
    HubLab.Answer byAddress = signIn("/sign-in/oidc");
    String url =
        lab.call(
                "POST",
                "/api/v1/people/" + lab.id("adele") + "/invitation",
                lab.administrator,
                null)
            .at("url");
    HubLab.Answer invited =
        signIn("/sign-in/oidc?invitation=" + url.substring(url.lastIndexOf('/') + 1));
    issuer.changes(claims -> claims.issuer(issuer.address() + "/other/v2.0").claim("tid", TENANT));
    HubLab.Answer otherTenant = signIn("/sign-in/oidc");

    assertThat(byAddress.status()).isEqualTo(401);
    assertThat(invited.status()).isEqualTo(303);
    assertThat(otherTenant.status()).isEqualTo(502);
  }

  @Test
  void signing_out_leads_to_the_provider_where_one_signed_in_there() throws Exception {
    signIn("/sign-in/oidc");
    browser.get("/");

    HubLab.Answer out = browser.post("/sign-out", Map.of());

    assertThat(out.headers().get("refresh"))
        .singleElement()
        .asString()
        .startsWith("0; url=" + issuer.address() + "/logout?client_id=the-hub&post_logout");
    assertThat(browser.get("/").status()).isEqualTo(302);
  }

  @Test
  void a_hub_without_passwords_takes_none() throws Exception {
    lab.password("adele", "blue horses run");
    restart(new SignInSettings(false, issuer.settings()));

    assertThat(browser.get("/sign-in").text()).doesNotContain("password");
    assertThat(browser.signIn(ADELE, "blue horses run").status()).isEqualTo(404);
    assertThat(signIn("/sign-in/oidc").status()).isEqualTo(303);
    assertThat(browser.get("/account/password").status()).isEqualTo(404);
  }

  private static Map<String, Object> adele() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("sub", "adele's number");
    claims.put("email", ADELE);
    claims.put("email_verified", true);
    claims.put("name", "Adele Vance");
    return claims;
  }

  /** To the provider and back. */
  private HubLab.Answer signIn(String path) throws Exception {
    HubLab.Answer away = browser.get(path);
    assertThat(away.status()).as(away.text()).isEqualTo(302);
    HubLab.Answer back = new Browser(issuer.address()).get(local(place(away)));
    return browser.get(local(place(back)));
  }

  private static String local(String place) {
    URI uri = URI.create(place);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private void restart(SignInSettings settings) {
    hub.close();
    start(settings);
  }

  private void start(SignInSettings settings) {
    hub = Hub.start(lab.settings(true).with(settings), lab.surroundings());
    browser = new Browser(hub.url());
  }
}
