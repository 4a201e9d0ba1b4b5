package dev.lifeline.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTest {

  @Property(tries = 100)
  void a_secret_reveals_what_it_was_given_and_never_prints_it(@ForAll @NotEmpty String text) {
    Secret secret = Secret.of(text);

    assertThat(secret.reveal()).isEqualTo(text);
    assertThat(secret).hasToString("***");
  }

  @Test
  void a_secret_is_not_empty() {
    assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(""));
  }

  @Test
  void a_secret_of_bytes_is_their_text() {
    assertThat(Secret.ofUtf8("pässword".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Secret.of("pässword"))
        .hasSameHashCodeAs(Secret.of("pässword"));
  }

  @ParameterizedTest
  @CsvSource({"' x', true", "'x ', true", "'x', false", "'x y', false"})
  void blanks_at_the_ends_are_told(String text, boolean told) {
    assertThat(Secret.of(text).hasOuterBlanks()).isEqualTo(told);
  }
}
