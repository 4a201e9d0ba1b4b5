package dev.lifeline.core.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "*, '', true",
    "*, anything, true",
    "Contoso*, contoso release 1, true",
    "*RELEASE*, Contoso release 1, true",
    "*1, Contoso release 1, true",
    "*1, Contoso release 2, false",
    "a*b*c, aXbYc, true",
    "a*b*c, acb, false",
    "a.c, abc, false",
    "a.c, A.C, true",
    "[a-z]+, abc, false",
    "\\Qa\\E, a, false",
    "'', a, false"
  })
  void a_pattern_fits(String pattern, String name, boolean fits) {
    assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(fits);
  }

  @Property(tries = 200)
  void every_name_fits_itself_and_its_beginning_with_a_star(
      @ForAll String name, @ForAll @AlphaChars String more) {
    assertThat(NamePattern.of(name.replace("*", "")).matches(name.replace("*", ""))).isTrue();
    assertThat(NamePattern.of(name + "*").matches(name + more)).isTrue();
  }
}
