package dev.lifeline.emulator.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.token.SamlAssertions.Subject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamlAssertionsTest {

  private static final TokenKey KEY = new TokenKey(TokenKey.generate(new SecureRandom()));
  private static final Subject SUBJECT =
      new Subject("http://adfs.contoso.example/adfs/services/trust", "a&b@contoso.example", "AQ==");

  private final Lab lab;
  private final SamlAssertions assertions;

  SamlAssertionsTest() throws Exception {
    lab = new Lab();
    assertions = assertions(KEY);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void an_assertion_says_whom_it_is_about() {
    assertThat(assertions.read(assertions.issue(SUBJECT))).contains(SUBJECT);
  }

  @Test
  void an_assertion_that_was_changed_is_none() {
    String issued = assertions.issue(SUBJECT);

    assertThat(assertions.read(issued.replace("a&amp;b@", "owner@"))).isEmpty();
    assertThat(assertions.read(issued.replace("AQ==", "Ag=="))).isEmpty();
    assertThat(assertions.read(issued.replaceAll("<ds:Signature.*</ds:Signature>", ""))).isEmpty();
  }

  @Test
  void an_assertion_inside_another_one_speaks_for_nobody_else() {
    String issued = assertions.issue(SUBJECT);
    String signature =
        issued.substring(issued.indexOf("<ds:Signature"), issued.indexOf("</saml:Assertion>"));
    String forged =
        issued.replace(signature, signature + issued).replaceFirst("a&amp;b@", "owner@");

    assertThat(assertions.read(forged)).isEmpty();
  }

  @Test
  void an_assertion_of_another_key_is_none() {
    SamlAssertions others = assertions(new TokenKey(TokenKey.generate(new SecureRandom())));

    assertThat(assertions.read(others.issue(SUBJECT))).isEmpty();
  }

  @Test
  void an_assertion_holds_for_an_hour() {
    String issued = assertions.issue(SUBJECT);

    lab.clock.turn(Duration.ofMinutes(59));
    assertThat(assertions.read(issued)).isPresent();
    lab.clock.turn(Duration.ofMinutes(1));
    assertThat(assertions.read(issued)).isEmpty();
  }

  @Test
  void any_other_text_is_no_assertion() {
    assertThat(assertions.read("")).isEmpty();
    assertThat(assertions.read("<Assertion/>")).isEmpty();
  }

  private SamlAssertions assertions(TokenKey key) {
    return new SamlAssertions(lab.emulator.world(), key, UUID::randomUUID);
  }
}
