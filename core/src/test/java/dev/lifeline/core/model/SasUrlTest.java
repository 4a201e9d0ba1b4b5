package dev.lifeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SasUrlTest {
  private static final String BLOB = "https://contoso.blob.core.windows.net/assets/a%20b";
  private static final String QUERY =
      "sv=2021-12-02&sp=cw&se=2026-11-23T10%3A00%3A00Z&sig=a%2Bcanary%2Fb%3D";

  @Test
  void the_query_is_kept_as_it_was_given() {
    assertThat(SasUrl.of(BLOB + "?" + QUERY).reveal()).hasToString(BLOB + "?" + QUERY);
  }

  @Test
  void more_parameters_go_behind_the_query() {
    assertThat(SasUrl.of(BLOB + "?" + QUERY).revealWith("comp=blocklist"))
        .hasToString(BLOB + "?" + QUERY + "&comp=blocklist");
  }

  @Test
  void nothing_of_the_query_is_printed() {
    assertThat(SasUrl.of(BLOB + "?" + QUERY)).hasToString(BLOB + "?***");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10%3A00%3A00Z, 2026-11-23T10:00:00Z",
    "2026-11-23T10:00:00Z, 2026-11-23T10:00:00Z",
    "2026-11-23T10:00:00.1234567Z, 2026-11-23T10:00:00.123456700Z",
    "2026-11-23T10:00Z, 2026-11-23T10:00:00Z",
    "2026-11-23, 2026-11-23T00:00:00Z"
  })
  void its_end_is_read_from_the_query(String se, Instant end) {
    assertThat(SasUrl.of(BLOB + "?se=" + se + "&sig=x").expiry()).contains(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?si=policy&sig=x", "?se=tomorrow&sig=x", ""})
  void an_address_that_does_not_say_its_end_has_none(String query) {
    assertThat(SasUrl.of(BLOB + query).expiry()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://contoso.blob.core.windows.net/a?sig=canary",
        "file:///etc/passwd?sig=canary",
        "/assets/a?sig=canary",
        "https://me:canary@contoso.blob.core.windows.net/a",
        "https://contoso.blob.core.windows.net/a?sig=canary#x",
        "https://contoso.blob.core.windows.net/a b?sig=canary"
      })
  void what_is_no_https_address_is_refused_without_its_signature(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SasUrl.of(text))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("canary"))
        .withNoCause();
  }

  @Test
  void an_emulator_on_this_machine_may_do_without_tls() {
    assertThat(SasUrl.of("http://127.0.0.1:10000/devstoreaccount1/a/b?sig=x"))
        .hasToString("http://127.0.0.1:10000/devstoreaccount1/a/b?***");
  }
}
