package dev.lifeline.hub.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Secret;
import java.security.SecureRandom;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private static final PasswordHash.Cost CHEAP = new PasswordHash.Cost(64, 1, 1);
  private static final byte[] SALT =
      "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private final Passwords passwords = new Passwords(new SecureRandom());
  private final PasswordRule rule = new PasswordRule();

  @Test
  void a_password_opens_its_own_hash_and_no_other() {
    String hash = passwords.hash(Secret.of("blue horses run"));

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(256);
    assertThat(passwords.matches(Secret.of("blue horses run"), hash)).isTrue();
    assertThat(passwords.matches(Secret.of("Blue horses run"), hash)).isFalse();
    assertThat(passwords.matches(Secret.of("nobody"), null)).isFalse();
    assertThat(passwords.hash(Secret.of("blue horses run"))).isNotEqualTo(hash);
  }

  @Property(tries = 50)
  void a_hash_comes_back_from_its_text(@ForAll @StringLength(min = 1, max = 40) String text) {
    Secret password = Secret.of(text);

    PasswordHash read = PasswordHash.parse(PasswordHash.of(password, SALT, CHEAP).text());

    assertThat(read.isOf(password)).isTrue();
    assertThat(read.isOf(Secret.of(text + "x"))).isFalse();
    assertThat(read.toString()).doesNotContain(read.hash());
  }

  /** The reference implementation: {@code argon2 0123456789abcdef -id -t 1 -k 64 -p 1 -l 32}. */
  @Test
  void the_same_letters_from_another_keyboard_are_the_same_password() {
    PasswordHash composed = PasswordHash.of(Secret.of("caf\u00e9 with milk"), SALT, CHEAP);

    assertThat(composed.isOf(Secret.of("cafe\u0301 with milk"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blue horses run",
        "correct horse battery",
        "wachtw00rd met ruimte",
        "密码密码一二三四五六七八九十"
      })
  void long_passwords_of_any_kind_are_good(String text) {
    assertThat(rule.objection(Secret.of(text), List.of("adele@contoso.example"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "short, 12 to 256",
    "aaaaaaaaaaaaaaa, repeats",
    "121212121212, repeats",
    "Password123456!, tried first",
    "qwertyuiopasdf, tried first",
    "2026welcome2026, tried first",
    "my name is adele, your name",
  })
  void what_is_tried_first_is_not(String text, String why) {
    assertThat(rule.objection(Secret.of(text), List.of("adele@contoso.example")))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains(why));
  }

  @Test
  void a_password_has_an_end() {
    String longest = "blue horses run ".repeat(16);

    assertThat(rule.objection(Secret.of(longest), List.of())).isEmpty();
    assertThat(rule.objection(Secret.of(longest + "x"), List.of())).isPresent();
  }
}
