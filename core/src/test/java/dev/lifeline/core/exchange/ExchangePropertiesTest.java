package dev.lifeline.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExchangePropertiesTest {
  private static final List<Object> LEAVES =
      List.of(
          true,
          1,
          1.5,
          -7_000_000_000L,
          "",
          "x",
          "lcsserviceendpoint",
          "d365fo.tools.lcs.clientid");

  private static final List<String> NAMES =
      List.of(
          "type",
          "value",
          "name",
          "url",
          "data",
          "authorization",
          "parameters",
          "password",
          "FullName",
          "Value",
          "Data",
          "clientid",
          "projectid",
          "isDisabled",
          "description");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("^  (\\w+) += \"((?:[^\"\\\\]|\\\\.)*)\"$", Pattern.MULTILINE);

  @Property(tries = 300)
  void what_azure_devops_gets_is_what_is_imported_from_it(
      @ForAll("usernames") String username, @ForAll("descriptions") String description) {
    ServiceConnection connection = connection(username, description);
    String text = ConnectionExport.text(connection, ExportFormat.AZURE_DEVOPS);

    ImportedConnection imported = ConnectionImport.read(text, ImportFormat.AZURE_DEVOPS, null);

    assertThat(imported.fields().toConnection()).isEqualTo(connection);
    assertThat(imported.password()).isNull();
  }

  @Property(tries = 300)
  void terraform_reads_what_was_written(
      @ForAll("usernames") String username, @ForAll("descriptions") String description) {
    ServiceConnection connection = connection(username, description);
    String text = ConnectionExport.text(connection, ExportFormat.TERRAFORM);

    Map<String, String> attributes = new HashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(text.substring(text.indexOf("resource ")));
    while (matcher.find()) {
      attributes.put(matcher.group(1), HclReading.literal(matcher.group(2)));
    }

    assertThat(attributes)
        .containsEntry("username", connection.username())
        .containsEntry("service_endpoint_name", connection.name())
        .containsEntry(
            "description", connection.description() == null ? "" : connection.description());
    assertThat(text.lines()).as("no line break gets out of its quotes").hasSize(21);
  }

  @Property(tries = 300)
  void a_shell_s_line_holds_one_word_of_single_quoted_and_plain_parts(
      @ForAll("usernames") String username) {
    String text = ConnectionExport.text(connection(username, ""), ExportFormat.ENV);

    String line =
        text.lines()
            .filter(each -> each.startsWith("LIFELINE_USERNAME="))
            .findFirst()
            .orElseThrow()
            .substring("LIFELINE_USERNAME=".length());

    assertThat(line).matches("(?s)('[^']*'|\\\\'|[A-Za-z0-9_@%+=:,./-])+");
    assertThat(unquoted(line)).isEqualTo(username);
  }

  @Property
  void any_text_is_imported_or_refused_and_never_a_bug(
      @ForAll String text, @ForAll ImportFormat format) {
    try {
      ConnectionImport.read(text, format, null);
    } catch (LifelineException e) {
      assertThat(e.code()).isEqualTo(ProblemCode.IMPORT_UNREADABLE);
    }
  }

  @Property
  void any_json_is_imported_or_refused_and_never_a_bug(
      @ForAll Random random, @ForAll ImportFormat format) {
    try {
      ConnectionImport.read(Json.write(json(random, 4)), format, "contoso");
    } catch (LifelineException e) {
      assertThat(e.code()).isEqualTo(ProblemCode.IMPORT_UNREADABLE);
    }
  }

  @Provide
  Arbitrary<String> usernames() {
    return texts()
        .filter(text -> text.codePoints().noneMatch(Character::isISOControl))
        .map(text -> text.strip() + "@contoso.com")
        .filter(text -> text.equals(text.strip()));
  }

  @Provide
  Arbitrary<String> descriptions() {
    return texts()
        .filter(
            text ->
                text.codePoints()
                    .noneMatch(c -> Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0))
        .map(String::strip);
  }

  /** Some JSON in which the names that mean something are frequent. */
  private static Object json(Random random, int deepest) {
    int kind = random.nextInt(deepest > 0 ? 6 : 3);
    if (kind < 3) {
      return LEAVES.get(random.nextInt(LEAVES.size()));
    }
    if (kind == 3) {
      return Stream.generate(() -> json(random, deepest - 1)).limit(random.nextInt(4)).toList();
    }
    Map<String, Object> object = new HashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      object.put(NAMES.get(random.nextInt(NAMES.size())), json(random, deepest - 1));
    }
    return object;
  }

  /** Whatever a format might take for its own, among other characters. */
  private static Arbitrary<String> texts() {
    Arbitrary<String> special =
        Arbitraries.of(
            "${",
            "%{",
            "$",
            "%",
            "{",
            "}",
            "\"",
            "'",
            "\\",
            "\\u0024",
            "$${",
            "%%{",
            "~",
            "`",
            "\n",
            "\r\n",
            "\t",
            " ",
            "\u2028",
            "😀",
            "é",
            "<password>",
            "#",
            "//",
            "EOT");
    Arbitrary<String> plain =
        Arbitraries.integers()
            .between(0x20, 0x2ffff)
            .filter(character -> Character.getType(character) != Character.SURROGATE)
            .map(Character::toString);
    return Arbitraries.oneOf(special, plain)
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  private static ServiceConnection connection(String username, String description) {
    return ConnectionFields.empty()
        .with(ConnectionField.NAME, "contoso")
        .with(ConnectionField.API_ENDPOINT, "https://lcsapi.lcs.dynamics.com")
        .with(ConnectionField.USERNAME, username)
        .with(ConnectionField.CLIENT_ID, "00000000-1111-2222-3333-444444444444")
        .with(ConnectionField.DESCRIPTION, description)
        .toConnection();
  }

  private static String unquoted(String word) {
    var plain = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < word.length(); i++) {
      char character = word.charAt(i);
      if (character == '\'') {
        quoted = !quoted;
      } else if (character == '\\' && !quoted) {
        i++;
        plain.append(word.charAt(i));
      } else {
        plain.append(character);
      }
    }
    return plain.toString();
  }
}
