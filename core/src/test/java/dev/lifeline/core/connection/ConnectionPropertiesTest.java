package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConnectionPropertiesTest {
  @Property(tries = 60)
  void any_password_and_description_come_back_from_the_folder(
      @ForAll("names") String name,
      @ForAll("passwords") String password,
      @ForAll("descriptions") String description)
      throws IOException {
    Path home = Files.createTempDirectory("lifeline-connections");
    try {
      var folder =
          new ConnectionFolder(home, new ManualTime(Instant.parse("2026-11-22T10:00:00Z")));
      ServiceConnection connection = Samples.connection(name, description);

      folder.create(connection, new Credential.Password(Secret.of(password)), null);

      UsableConnection opened = folder.open(name.toUpperCase(Locale.ROOT));
      assertThat(opened.connection()).isEqualTo(connection);
      assertThat(opened.credential().secret().reveal()).isEqualTo(password);
    } finally {
      delete(home);
    }
  }

  @Property
  void a_name_of_the_allowed_characters_is_allowed(@ForAll("names") String name) {
    assertThatCode(() -> Samples.connection(name)).doesNotThrowAnyException();
  }

  @Property
  void any_other_text_makes_a_connection_or_a_problem_and_never_a_bug(
      @ForAll String name, @ForAll String username, @ForAll String clientId) {
    ConnectionFields fields =
        ConnectionFields.empty()
            .with(ConnectionField.NAME, name)
            .with(ConnectionField.USERNAME, username)
            .with(ConnectionField.CLIENT_ID, clientId)
            .with(ConnectionField.API_ENDPOINT, Samples.UNITED_STATES);

    try {
      fields.toConnection();
    } catch (LifelineException e) {
      assertThat(e.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    }
  }

  @Property
  void the_fields_of_any_connection_make_it_again(
      @ForAll("names") String name, @ForAll("descriptions") String description) {
    ServiceConnection connection = Samples.connection(name, description);

    assertThat(ConnectionFields.of(connection).toConnection()).isEqualTo(connection);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .withCharRange('0', '9')
        .withChars(" ._-")
        .ofMinLength(1)
        .ofMaxLength(64)
        .filter(name -> name.equals(name.strip()))
        .filter(name -> !name.startsWith(".") && !name.startsWith("-"));
  }

  @Provide
  Arbitrary<String> passwords() {
    return unicode(1).filter(text -> !Secret.of(text).hasOuterBlanks());
  }

  @Provide
  Arbitrary<String> descriptions() {
    return unicode(0).filter(text -> text.codePoints().noneMatch(Character::isISOControl));
  }

  /** Texts that can be written as UTF-8: every character, but no half of a surrogate pair. */
  private static Arbitrary<String> unicode(int shortest) {
    return Arbitraries.integers()
        .between(1, Character.MAX_CODE_POINT)
        .filter(character -> Character.getType(character) != Character.SURROGATE)
        .list()
        .ofMinSize(shortest)
        .ofMaxSize(60)
        .map(ConnectionPropertiesTest::text);
  }

  private static String text(List<Integer> characters) {
    var text = new StringBuilder();
    characters.forEach(text::appendCodePoint);
    return text.toString();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
