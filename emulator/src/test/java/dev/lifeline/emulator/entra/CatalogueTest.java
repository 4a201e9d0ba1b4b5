package dev.lifeline.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

  /** The first column of the sign-in sheet's catalogue; of its last row the first and the last. */
  private static final String SHEET =
      """
      50126 50034 50053 50055 50056 50057 50135 50144 80001 80002 80005 80007 80014 50020 51004
      50014 16000 90072 50128 50059 90019 50194 9001023 90002 90038 900382 700016 70001 700011
      7000112 7000218 700025 7000215 7000222 700027 70002 65001 65002 65004 90094 90095 65005
      650056 650057 650052 500011 50001 90008 50105 70011 700022 700023 28002 900144 90014 90023
      9002313 90004 70003 70005 50072 50079 50074 50076 50158 50131 53000 53001 53002 53003 530032
      53004 53011 530035 500021 500022 50002 50132 50133 50173 70000 70008 700082 70043 50196 90055
      90033 90006 90012 90024 90090 50033 50087 40010 90036 90092 50000 50011 500113 900971 70016
      70018 70019 90133 120000 120021
      """;

  private final Lab lab;

  CatalogueTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void every_code_of_the_sheet_is_known() {
    List<Integer> sheet =
        Arrays.stream(SHEET.strip().split("\\s+", -1)).map(Integer::valueOf).toList();

    assertThat(Catalogue.all()).extracting(Catalogue.Entry::code).containsAll(sheet);
  }

  @Test
  void every_reason_has_its_entry() {
    assertThat(Aadsts.values()).allSatisfy(it -> assertThat(it.entry().text()).isNotEmpty());
  }

  @Test
  void a_name_that_is_a_code_is_refused_with_it_whatever_the_password() throws Exception {
    var softly = new SoftAssertions();
    for (Catalogue.Entry it : Catalogue.all()) {
      Lab.Answer answer = refuse(it.code());

      softly.assertThat(answer.status()).as("AADSTS%d", it.code()).isEqualTo(it.status());
      softly
          .assertThat(answer.json())
          .containsEntry("error", it.error())
          .containsEntry("error_codes", List.of(it.code()));
      softly.assertThat(answer.json().get("suberror")).isEqualTo(it.suberror());
      softly
          .assertThat(answer.text("error_description"))
          .startsWith("AADSTS" + it.code() + ": ")
          .doesNotContain("%s", "canary");
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @CsvSource({
    "50126,  400, invalid_grant,           ",
    "50055,  400, invalid_grant,           user_password_expired",
    "50131,  400, invalid_grant,           message_only",
    "7000218, 401, invalid_client,         ",
    "700016, 400, unauthorized_client,     ",
    "650057, 400, invalid_resource,        ",
    "65001,  400, invalid_grant,           consent_required",
    "90055,  429, temporarily_unavailable, ",
    "90033,  503, temporarily_unavailable, ",
    "50000,  500, server_error,            ",
    "50173,  400, invalid_grant,           bad_token",
  })
  void word_status_and_suberror_are_those_of_the_sheet(
      int code, int status, String error, String suberror) throws Exception {
    Lab.Answer answer = refuse(code);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json()).containsEntry("error", error);
    assertThat(answer.json().get("suberror")).isEqualTo(suberror);
  }

  @Test
  void throttling_says_when_to_come_back() throws Exception {
    assertThat(refuse(90055).headers()).containsEntry("retry-after", List.of("5"));
    assertThat(refuse(50126).headers()).doesNotContainKey("retry-after");
  }

  @Test
  void a_policy_comes_with_its_claims() throws Exception {
    assertThat(refuse(50079).text("claims")).contains("capolids");
    assertThat(refuse(50126).json()).doesNotContainKey("claims");
  }

  @Test
  void a_number_that_is_in_no_catalogue_is_an_unknown_user() throws Exception {
    assertThat(refuse(99999).json()).containsEntry("error_codes", List.of(50034));
  }

  @ParameterizedTest
  @CsvSource({"50131, interaction_required", "50105, interaction_required", "50126, invalid_grant"})
  void the_v1_endpoint_has_words_of_its_own(int code, String error) throws Exception {
    URI url = lab.emulator.addresses().authenticationEndpoint().resolve("/common/oauth2/token");
    String resource = lab.emulator.addresses().apiEndpoint().toString();

    Lab.Answer answer =
        lab.post(url, lab.form(Map.of("username", name(code), "scope", "", "resource", resource)));

    assertThat(answer.json()).containsEntry("error", error);
  }

  @Test
  void a_request_id_in_query_or_body_is_the_correlation_id_too() throws Exception {
    String id = UUID.randomUUID().toString();
    URI withQuery = URI.create(lab.v2TokenUrl("organizations") + "?client-request-id=" + id);

    Lab.Answer query = lab.post(withQuery, lab.form(Map.of("password", "wrong")));
    Lab.Answer body = lab.signIn(Map.of("password", "wrong", "client-request-id", id));

    assertThat(query.json()).containsEntry("correlation_id", id);
    assertThat(body.json()).containsEntry("correlation_id", id);
  }

  private Lab.Answer refuse(int code) throws Exception {
    return lab.signIn(Map.of("username", name(code), "password", "canary"));
  }

  private String name(int code) {
    return lab.username("aadsts" + code);
  }
}
