package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.model.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTest {
  private static final Instant OBTAINED = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void a_token_of_the_older_kind_says_for_whom_of_whom_and_until_when_it_is() {
    TokenClaims claims =
        claims(
            """
            {"aud":"https://lcsapi.lcs.dynamics.com","scp":"user_impersonation other","tid":"t",\
            "appid":"a","unique_name":"x@contoso.example","upn":"deploy@contoso.example",\
            "iat":1795428000,"exp":1795431600,"pwd_exp":"86400","ver":"1.0"}""");

    assertThat(claims)
        .isEqualTo(
            new TokenClaims(
                List.of("https://lcsapi.lcs.dynamics.com"),
                List.of("user_impersonation", "other"),
                "t",
                "a",
                "deploy@contoso.example",
                Instant.ofEpochSecond(1_795_428_000),
                Instant.ofEpochSecond(1_795_431_600),
                OBTAINED.plusSeconds(86_400)));
  }

  @Test
  void a_token_of_the_newer_kind_uses_other_names() {
    TokenClaims claims =
        claims("{\"aud\":[\"one\",\"two\"],\"azp\":\"a\",\"preferred_username\":\"p\"}");

    assertThat(claims.audiences()).containsExactly("one", "two");
    assertThat(claims.applicationId()).isEqualTo("a");
    assertThat(claims.username()).isEqualTo("p");
  }

  @Test
  void what_a_token_does_not_say_stays_open() {
    assertThat(claims("{}"))
        .isEqualTo(new TokenClaims(List.of(), List.of(), null, null, null, null, null, null));
  }

  @ParameterizedTest
  @CsvSource({"'9223372036854775807'", "'2147483647'", "'never'", "'-1'"})
  void a_password_that_never_ends_has_no_end(String seconds) {
    assertThat(claims("{\"pwd_exp\":\"" + seconds + "\"}").passwordExpires()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"opaque", "a.b", "a.b.c", "a.!!.c", "..", "a.W10.c", "a.eyJh.c", "a.b.c.d.e"})
  void a_token_that_is_no_jwt_is_no_error(String token) {
    assertThat(TokenClaims.of(token(token))).isEmpty();
  }

  @Property(tries = 300)
  void any_token_is_looked_at_without_failing(@ForAll @NotEmpty String text) {
    TokenClaims.of(token(text));
    String payload = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    TokenClaims.of(token("h." + payload + ".s"));

    assertThat(token(text).toString()).contains("***");
  }

  @Test
  void the_emulators_token_is_one_for_lcs() throws Exception {
    try (Lab lab = new Lab()) {
      AccessToken token =
          lab.signIn().signIn(lab.account("deploy", lab.password()), lab.scope()).token();

      TokenClaims claims = TokenClaims.of(token).orElseThrow();

      assertThat(claims.audiences()).containsExactly(lab.apiEndpoint().toString());
      assertThat(claims.scopes()).containsExactly("user_impersonation");
      assertThat(claims.applicationId()).isEqualTo(lab.clientId().value());
      assertThat(claims.username()).isEqualTo("deploy@contoso.example");
      assertThat(claims.expires()).isEqualTo(token.expires());
    }
  }

  private static TokenClaims claims(String json) {
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    return TokenClaims.of(token("h." + payload + ".s")).orElseThrow();
  }

  private static AccessToken token(String text) {
    return new AccessToken(Secret.of(text), OBTAINED, OBTAINED.plusSeconds(3600));
  }
}
