package dev.lifeline.checks.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.checks.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sizes, comments and what must not stand in a file that is checked in. */
final class SourceRulesTest {
  private static final int LINES_A_FILE = 400;
  private static final int LINES_A_METHOD = 60;
  private static final int PARAMETERS = 6;

  private static final Pattern BARE_TODO =
      Pattern.compile("\\b(TODO|FIXME|XXX)\\b(?!\\s*\\(?#\\d+)");
  private static final Pattern SENTENCE =
      Pattern.compile("/\\*\\*[\\s*]*[A-Z{](?:(?!\\*/).)*\\.", Pattern.DOTALL);

  /** Split, so that this file does not name them itself. */
  private static final Pattern MACHINE_OR_REGISTRY =
      Pattern.compile(
          Stream.of(
                  "/(ho" + "me|Us" + "ers)/(?!me\\b|you\\b|user\\b|vsts\\b)[a-z][a-z0-9_-]*/",
                  "/ro" + "ot/",
                  "/usr/lib/" + "jvm/",
                  "regis" + "try\\.npmjs\\.org",
                  "repo1?\\.mav" + "en\\.(apache\\.)?org",
                  "packag" + "es\\.(microsoft|debian|ubuntu)\\.")
              .reduce((a, b) -> a + "|" + b)
              .orElseThrow());

  private final Checkout checkout = Checkout.find();
  private final List<Path> main = checkout.java("src/main/java");
  private final List<Path> java =
      Stream.concat(main.stream(), checkout.java("src/test/java").stream()).toList();

  @Test
  void a_file_stops_at_400_lines() {
    assertThat(java)
        .filteredOn(file -> Checkout.read(file).lines().count() > LINES_A_FILE)
        .isEmpty();
  }

  @Test
  void a_method_stops_at_60_lines() {
    assertThat(new ParsedJava(checkout, java).methods())
        .filteredOn(method -> method.lines() > LINES_A_METHOD)
        .isEmpty();
  }

  @Test
  void nothing_takes_more_than_6_parameters() {
    assertThat(new ParsedJava(checkout, java).methods())
        .filteredOn(method -> method.parameters() > PARAMETERS)
        .isEmpty();
  }

  @Test
  void every_public_type_of_core_says_what_it_is() {
    List<Path> core =
        main.stream().filter(file -> checkout.name(file).startsWith("core/")).toList();

    assertThat(new ParsedJava(checkout, core).types())
        .filteredOn(type -> type.isPublic() && !type.hasJavadoc())
        .isEmpty();
  }

  @Test
  void every_package_says_what_it_is_for() {
    List<Path> packages = main.stream().map(Path::getParent).distinct().toList();

    assertThat(packages)
        .allSatisfy(
            each -> {
              Path description = each.resolve("package-info.java");
              assertThat(description).exists();
              assertThat(Checkout.read(description)).containsPattern(SENTENCE);
            });
  }

  @Test
  void what_is_left_to_do_has_an_issue() {
    assertThat(lines(java, BARE_TODO.asPredicate())).filteredOn(this::isNotThisFile).isEmpty();
  }

  @Test
  void a_suppressed_warning_says_why() {
    List<String> silent = new ArrayList<>();
    for (Path file : java) {
      List<String> lines = Checkout.read(file).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String here = lines.get(i).strip();
        String before = i == 0 ? "" : lines.get(i - 1).strip();
        boolean said = here.contains("//") || before.startsWith("//") || before.endsWith("*/");
        if (here.startsWith("@SuppressWarnings") && !said) {
          silent.add(checkout.name(file) + ":" + (i + 1));
        }
      }
    }

    assertThat(silent).isEmpty();
  }

  @Test
  void no_file_names_a_machine_or_a_package_registry() {
    List<Path> texts = checkout.files().stream().filter(SourceRulesTest::isText).toList();

    assertThat(lines(texts, MACHINE_OR_REGISTRY.asPredicate())).isEmpty();
  }

  private boolean isNotThisFile(String place) {
    return !place.contains("SourceRulesTest");
  }

  private List<String> lines(List<Path> files, Predicate<String> wanted) {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = Checkout.read(file).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (wanted.test(lines.get(i))) {
          found.add(checkout.name(file) + ":" + (i + 1) + " " + lines.get(i).strip());
        }
      }
    }
    return found;
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    boolean known =
        !name.contains(".")
            || name.matches(
                ".*\\.(java|xml|md|txt|json|ya?ml|html|css|js|ts|mjs|sh|cmd|properties|config)");
    return known && Files.isReadable(file);
  }
}
