package dev.lifeline.core.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names from LCS are foreign text. */
class LocalFileNameTest {
  private static final Path FOLDER = Path.of("downloads").toAbsolutePath();

  /** What Windows opens as a device, written here from its own documentation once more. */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(CON|PRN|AUX|NUL|COM[0-9\u00b9\u00b2\u00b3]|LPT[0-9\u00b9\u00b2\u00b3]|CONIN[$]|CONOUT[$])"
              + "( *[.].*)?",
          Pattern.DOTALL);

  @Property(tries = 3000)
  void a_file_name_never_leaves_its_folder(@ForAll("hostileNames") String foreign) {
    Path target = FOLDER.resolve(LocalFileName.of(foreign, "asset-1")).normalize();

    assertThat(target.getParent()).isEqualTo(FOLDER);
  }

  @Property(tries = 3000)
  void a_file_name_means_a_file_of_the_folder_on_windows_too(
      @ForAll("hostileNames") String foreign) {
    String name = LocalFileName.of(foreign, "asset-1");

    assertThat(name).isNotBlank().doesNotContain("/", "\\", ":", "<", ">", "\"", "|", "?", "*");
    assertThat(name).doesNotStartWith(".").doesNotStartWith(" ");
    assertThat(name).doesNotEndWith(".").doesNotEndWith(" ");
    assertThat(name.chars().noneMatch(Character::isISOControl)).isTrue();
    String stem = name.toUpperCase(Locale.ROOT);
    assertThat(DEVICE.matcher(stem).matches()).as(name).isFalse();
  }

  @Property(tries = 3000)
  void a_file_name_fits_where_255_bytes_do_with_the_ending_of_a_partial_file(
      @ForAll("hostileNames") String foreign) {
    String name = LocalFileName.of(foreign, "asset-1");

    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(200);
  }

  @Property(tries = 3000)
  void a_file_name_is_text_that_every_file_system_gives_back(
      @ForAll("hostileNames") String foreign) {
    String name = LocalFileName.of(foreign, "asset-1");

    assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
    assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(name);
  }

  @Property(tries = 3000)
  void what_became_a_file_name_stays_as_it_is(@ForAll("hostileNames") String foreign) {
    String name = LocalFileName.of(foreign, "asset-1");

    assertThat(LocalFileName.of(name, "asset-1")).isEqualTo(name);
  }

  @Property(tries = 1000)
  void in_an_ascii_locale_it_still_stays_in_its_folder(@ForAll("hostileNames") String foreign) {
    String name = LocalFileName.ascii(LocalFileName.of(foreign, "asset-1"));

    assertThat(name).matches("[ -~]+").doesNotContain("/", "\\", ":").doesNotStartWith(".");
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
            "\\\\?\\",
            "con",
            "nul",
            "COM1",
            "com\u00b9",
            "LPT\u00b3",
            "lpt9",
            "CONIN$",
            "::$DATA",
            ":stream",
            ".",
            " ",
            "\u3000",
            "\u00a0",
            "\u0000",
            "\n",
            "\u007f",
            "\u0085",
            "\u202e",
            "\u200b",
            "\ud800",
            "\udc00",
            "\u0301",
            "\u212a",
            "a",
            "größe",
            "gro\u0308ße",
            "模型",
            "\ud83d\ude80",
            ".zip",
            "*",
            "?",
            "|",
            "~",
            "x".repeat(190),
            "x".repeat(300),
            " ".repeat(200),
            "/etc/passwd",
            "%2e%2e%2f",
            "aux.zip",
            "$",
            "_",
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
        "CON.txt                 | _CON.txt",
        "con .txt                | _con .txt",
        "COM\u00b9                    | _COM\u00b9",
        "lpt\u00b3.tar.gz             | _lpt\u00b3.tar.gz",
        "NUL.tar.gz              | _NUL.tar.gz",
        "console.zip             | console.zip",
        "a.zip:evil.exe          | a.zip_evil.exe",
        "a.zip::$DATA            | a.zip__$DATA",
        "a.zip...                | a.zip",
        "'a.zip . . '            | a.zip",
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
  @ValueSource(strings = {"x", "模", "\ud83d\ude80"})
  void a_name_that_is_too_long_keeps_its_extension(String letter) {
    String name = LocalFileName.of(letter.repeat(300) + ".axmodel", "asset-1");

    assertThat(name).endsWith(letter + ".axmodel");
    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(190, 200);
  }

  @ParameterizedTest
  @CsvSource({
    "Release.zip, RELEASE.ZIP, true",
    "größe.zip, GRO\u0308SSE.zip, true",
    "gr\u00fcn.zip, gru\u0308n.zip, true",
    "a.zip, b.zip, false"
  })
  void names_clash_that_some_file_system_takes_for_one(String one, String other, boolean clash) {
    assertThat(LocalFileName.key(one).equals(LocalFileName.key(other))).isEqualTo(clash);
  }
}
