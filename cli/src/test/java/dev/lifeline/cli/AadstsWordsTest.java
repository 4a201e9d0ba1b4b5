package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every AADSTS code of the catalogue, from Entra ID's answer to the terminal's words. The words of
 * all of them stand in one text, to be read in review: {@code -Dsnapshots.update=true} writes it
 * anew.
 */
class AadstsWordsTest {
  private static final Path ROWS = Path.of("src/test/resources/aadsts-rows.txt");
  private static final Path WORDS = Path.of("src/test/resources/aadsts-words.txt");

  @TempDir private static Path folder;
  private static final Map<String, Outcome> OUTCOMES = new LinkedHashMap<>();
  private static final Map<String, Integer> PASSWORDS_SENT = new LinkedHashMap<>();

  @BeforeAll
  static void walkTheCatalogue() throws IOException {
    try (Desk desk = Desk.bare(folder)) {
      for (String code : codes().toList()) {
        desk.store(code, "aadsts" + code, desk.password());
        desk.emulator.received().clear();
        OUTCOMES.put(code, desk.run("asset", "list", "--quiet", "--connection", code));
        PASSWORDS_SENT.put(code, Math.toIntExact(desk.passwordsSent()));
      }
    }
  }

  @AfterAll
  static void forget() {
    OUTCOMES.clear();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void a_refusal_is_named_explained_and_followed_by_what_to_do(String code) {
    List<String> lines = OUTCOMES.get(code).err().lines().toList();

    assertThat(OUTCOMES.get(code).exitCode()).isIn(3, 5);
    assertThat(lines.get(0)).startsWith("error: ").containsPattern("AADSTS" + code + "\\b");
    assertThat(lines).anySatisfy(line -> assertThat(line).matches("  why:  \\S.*"));
    assertThat(lines).anySatisfy(line -> assertThat(line).matches("  fix:  \\S.*"));
    assertThat(lines.get(lines.size() - 1)).startsWith("  help: ").contains("correlation id ");
  }

  @Test
  void only_what_may_pass_by_itself_is_tried_again() throws IOException {
    List<String> triedAgain =
        codes().filter(code -> PASSWORDS_SENT.getOrDefault(code, 0) > 1).toList();

    assertThat(triedAgain)
        .isEqualTo(words().filter(word -> word.endsWith("Y")).map(AadstsWordsTest::code).toList());
    assertThat(PASSWORDS_SENT.values()).allSatisfy(sent -> assertThat(sent).isBetween(1, 5));
  }

  @Test
  void the_words_are_those_that_were_reviewed() throws IOException {
    StringBuilder words = new StringBuilder();
    OUTCOMES.forEach(
        (code, outcome) ->
            words
                .append("AADSTS%s, exit code %d\n".formatted(code, outcome.exitCode()))
                .append(withoutChance(outcome.err()))
                .append('\n'));
    if (Boolean.getBoolean("snapshots.update")) {
      Files.writeString(WORDS, words);
    }

    assertThat(words.toString()).isEqualTo(Files.readString(WORDS));
  }

  static Stream<String> codes() throws IOException {
    return words().map(AadstsWordsTest::code);
  }

  private static Stream<String> words() throws IOException {
    return Files.readAllLines(ROWS).stream()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Stream.of(line.split(" ", -1)));
  }

  private static String code(String word) {
    return word.replace("Y", "");
  }

  private static String withoutChance(String text) {
    return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\dZ", "<time>")
        .replaceAll("localhost:\\d+", "localhost:<port>");
  }
}
