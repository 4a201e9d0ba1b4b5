package dev.lifeline.core.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StrongPasswordTest {
  @Property
  void a_password_is_long_and_of_all_four_classes(@ForAll long seed) {
    assertThat(password(seed))
        .hasSize(32)
        .containsPattern("[a-z]")
        .containsPattern("[A-Z]")
        .containsPattern("[0-9]")
        .containsPattern("[^a-zA-Z0-9]");
  }

  @Property
  void no_character_looks_like_another(@ForAll long seed) {
    assertThat(password(seed)).doesNotContainPattern("[0O1lIo]");
  }

  @Property
  void no_character_means_anything_to_a_shell_to_xml_or_to_hcl(@ForAll long seed) {
    assertThat(password(seed)).matches("[a-zA-Z][-a-zA-Z0-9_.+=:]*[a-zA-Z0-9]");
  }

  @Test
  void no_two_are_equal() {
    StrongPassword passwords = new StrongPassword(new SecureRandom());
    Set<String> made = new TreeSet<>();

    for (int i = 0; i < 1_000; i++) {
      made.add(passwords.next().reveal());
    }

    assertThat(made).hasSize(1_000);
  }

  private static String password(long seed) {
    return new StrongPassword(new Random(seed)).next().reveal();
  }
}
