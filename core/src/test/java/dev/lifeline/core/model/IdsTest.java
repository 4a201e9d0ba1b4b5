package dev.lifeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @Property(tries = 100)
  void ids_are_equal_when_their_digits_are(@ForAll long most, @ForAll long least) {
    String dashed = new UUID(most, least).toString();
    String bare = dashed.replace("-", "").toUpperCase(Locale.ROOT);

    assertThat(new AssetId(bare))
        .isEqualTo(new AssetId(dashed))
        .hasSameHashCodeAs(new AssetId(dashed));
    assertThat(new EnvironmentId(bare))
        .isEqualTo(new EnvironmentId(dashed))
        .hasSameHashCodeAs(new EnvironmentId(dashed));
    assertThat(new ActivityId(bare))
        .isEqualTo(new ActivityId(dashed))
        .hasSameHashCodeAs(new ActivityId(dashed));
  }

  @Property(tries = 100)
  void ids_print_as_they_were_given(@ForAll long most, @ForAll long least) {
    String given = new UUID(most, least).toString().toUpperCase(Locale.ROOT);

    assertThat(new AssetId(given)).hasToString(given);
    assertThat(new EnvironmentId(given)).hasToString(given);
    assertThat(new ActivityId(given)).hasToString(given);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "contoso-test",
        "0000000011112222333344444444444",
        "000000001111222233334444444444444",
        "00000000-1111-2222-3333-44444444444g",
        "00000000-11112222-3333-444444444444",
        "{00000000-1111-2222-3333-444444444444}"
      })
  void what_is_no_guid_is_no_id(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AssetId(text))
        .withMessageContaining("is not an asset id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EnvironmentId(text))
        .withMessageContaining("is not an environment id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ActivityId(text))
        .withMessageContaining("is not an activity id");
    assertThat(EnvironmentId.isOne(text)).isFalse();
  }

  @Test
  void a_client_id_is_a_guid_with_dashes_in_lower_case() {
    assertThat(new ClientId(" 00000000-AAAA-2222-3333-444444444444 "))
        .hasToString("00000000-aaaa-2222-3333-444444444444");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientId("00000000aaaa22223333444444444444"));
  }

  @Test
  void a_project_id_is_a_positive_whole_number() {
    assertThat(ProjectId.of(" 1234567 ")).isEqualTo(new ProjectId(1234567)).hasToString("1234567");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5", "12e3", "0x10", "1234567890123456789", "abc", "١٢"})
  void what_is_no_positive_whole_number_is_no_project_id(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ProjectId.of(text));
  }
}
