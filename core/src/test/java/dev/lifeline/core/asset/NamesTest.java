package dev.lifeline.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names from LCS are foreign text. */
class NamesTest {
  private static final Path FOLDER = Path.of("downloads").toAbsolutePath();

  @Property(tries = 2000)
  void a_file_name_never_leaves_its_folder(@ForAll("hostileNames") String foreign) {
    Path target = FOLDER.resolve(LocalFileName.of(foreign, "asset-1")).normalize();

    assertThat(target.getParent()).isEqualTo(FOLDER);
  }

  @Property(tries = 2000)
  void a_file_name_can_be_written_on_every_system(@ForAll("hostileNames") String foreign) {
    String name = LocalFileName.of(foreign, "asset-1");

    assertThat(name).isNotBlank().doesNotEndWith(".").doesNotEndWith(" ");
    assertThat(name.chars().noneMatch(c -> c < 32 || c == 127 || "<>:\"|?*/\\".indexOf(c) >= 0))
        .isTrue();
    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(201);
    assertThat(name.toLowerCase(Locale.ROOT)).doesNotMatch("(con|nul|aux|prn|com1|lpt9)(\\..*)?");
  }

  @Provide
  Arbitrary<String> hostileNames() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "..",
            "/",
            "\\",
            "C:",
            "\\\\server\\share",
            "con",
            "nul",
            "COM1",
            "lpt9",
            ".",
            " ",
            "\u0000",
            "\n",
            "\u202e",
            "\ud800",
            "a",
            "größe",
            "模型",
            ".zip",
            "*",
            "?",
            "|",
            "~",
            "x".repeat(300),
            "/etc/passwd",
            "%2e%2e%2f",
            "aux.zip",
            "$",
            "-");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(8).map(parts -> String.join("", parts)), Arbitraries.strings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "package.zip             | package.zip",
        "größe 1.zip             | größe 1.zip",
        "../../etc/passwd        | passwd",
        "..\\..\\evil.zip        | evil.zip",
        "C:\\Windows\\evil.dll   | evil.dll",
        "C:evil.dll              | C_evil.dll",
        "\\\\server\\share\\a.zip | a.zip",
        "/abs/a.zip              | a.zip",
        "con                     | _con",
        "NUL.tar.gz              | _NUL.tar.gz",
        "console.zip             | console.zip",
        "a.zip...                | a.zip",
        "'.hidden'               | hidden",
        "a:b*c?.zip              | a_b_c_.zip",
        "..                      | asset-1",
        "'///'                   | asset-1",
        "''                      | asset-1",
        "'***'                   | asset-1"
      })
  void a_foreign_name_becomes_a_file_name(String foreign, String name) {
    assertThat(LocalFileName.of(foreign, "asset-1")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "模"})
  void a_name_that_is_too_long_keeps_its_extension(String letter) {
    String name = LocalFileName.of(letter.repeat(300) + ".axmodel", "asset-1");

    assertThat(name).endsWith(letter + ".axmodel");
    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(190, 200);
  }

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
