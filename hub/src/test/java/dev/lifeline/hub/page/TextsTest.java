package dev.lifeline.hub.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the pages are in one place: all that are needed, and no others. */
class TextsTest {
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path MADE = Path.of("target/generated-sources/jte");
  private static final Path SOURCES = Path.of("src/main/java/dev/lifeline/hub");
  private static final Path TEXTS = Path.of("src/main/resources/dev/lifeline/hub/page/texts");

  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z][a-z0-9.-]*)\"|\\b([A-Z][A-Z_]+)\\b");
  private static final Pattern USED = Pattern.compile("frame\\.t\\(\"([a-z]+\\.[a-z0-9.-]+)\"");
  private static final Pattern STATIC =
      Pattern.compile("jteOutput\\.writeContent\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\)");
  private static final Pattern SAID =
      Pattern.compile("(?:aria-label|title|placeholder|alt)=\"[^\"]*[A-Za-z]{2}");
  private static final String DONE = ".done.";

  @Test
  void a_text_takes_values() {
    assertThat(new Texts().of("page.person", "Adele")).isEqualTo("Signed in as Adele");
  }

  @Test
  void a_text_that_is_missing_is_a_fault() {
    assertThatThrownBy(() -> new Texts().of("page.no-such")).hasMessageContaining("page.no-such");
  }

  @Test
  void every_text_that_a_template_asks_for_is_there() {
    Set<String> asked = new TreeSet<>();
    for (Path template : files(TEMPLATES, ".jte")) {
      Matcher matcher = USED.matcher(read(template));
      while (matcher.find()) {
        if (!matcher.group(1).endsWith(".")) {
          asked.add(matcher.group(1));
        }
      }
    }

    assertThat(keys()).containsAll(asked);
  }

  @Test
  void every_entry_of_the_navigation_has_a_name() {
    for (Section section : Section.values()) {
      assertThat(new Texts().of(section.key())).isNotBlank();
    }
    for (Section.Group group : Section.Group.values()) {
      assertThat(group == Section.Group.NONE || keys().contains(group.key())).isTrue();
    }
  }

  @Test
  void every_text_is_asked_for() {
    Set<String> literals = new TreeSet<>();
    Stream.concat(files(TEMPLATES, ".jte").stream(), files(SOURCES, ".java").stream())
        .forEach(file -> addLiterals(read(file), literals));

    assertThat(keys()).filteredOn(key -> !isAsked(key, literals)).isEmpty();
  }

  @Test
  void templates_have_no_words_of_their_own() {
    List<String> loose = new ArrayList<>();
    for (Path template : files(MADE, ".java")) {
      String html = content(read(template));
      Matcher said = SAID.matcher(html);
      String words = html.replaceAll("<[^>]*>", " ").replaceAll("&[a-z]+;", " ");
      if (said.find() || Pattern.compile("[A-Za-z]{2}").matcher(words).find()) {
        loose.add(template.getFileName() + ": " + words.strip());
      }
    }

    assertThat(loose).isEmpty();
  }

  /** What is done just now is named by its noun and a word. */
  private static boolean isAsked(String key, Set<String> literals) {
    int done = key.indexOf(DONE);
    if (done > 0) {
      String word = key.substring(done + DONE.length());
      return literals.contains(word) || literals.contains(key.replace(DONE, "."));
    }
    return literals.stream().anyMatch(each -> each.equals(key) || isBegun(each, key));
  }

  /** Of keys whose last part is the name of something, such as a section. */
  private static boolean isBegun(String literal, String key) {
    return literal.matches("[a-z]+\\.[a-z0-9.-]+\\.") && key.startsWith(literal);
  }

  /** The texts that are quoted, and the names of constants, in lower case. */
  private static void addLiterals(String source, Set<String> literals) {
    Matcher matcher = LITERAL.matcher(source);
    while (matcher.find()) {
      literals.add(
          matcher.group(1) == null
              ? matcher.group(2).toLowerCase(Locale.ROOT).replace('_', '-')
              : matcher.group(1));
    }
  }

  private static String content(String java) {
    StringBuilder html = new StringBuilder();
    Matcher matcher = STATIC.matcher(java);
    while (matcher.find()) {
      html.append(matcher.group(1).replace("\\n", "\n").replace("\\\"", "\"")).append('0');
    }
    return html.toString();
  }

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (Path file : files(TEXTS, ".properties")) {
      Properties texts = new Properties();
      try (var reader = Files.newBufferedReader(file)) {
        texts.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String noun = file.getFileName().toString().replace(".properties", "");
      texts.stringPropertyNames().forEach(key -> keys.add(noun + "." + key));
    }
    return keys;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
