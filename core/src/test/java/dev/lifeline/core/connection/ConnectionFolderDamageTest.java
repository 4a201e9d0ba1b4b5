package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFolderDamageTest {
  private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T10:00:00Z"));
  private Path home;
  private Path file;
  private Path key;
  private ConnectionFolder folder;

  @BeforeEach
  void a_folder_with_two_connections(@TempDir Path temporary) {
    home = temporary;
    file = home.resolve("connections.json");
    key = home.resolve("connections.key");
    folder = new ConnectionFolder(home, time);
    folder.create(Samples.connection("one"), Samples.CREDENTIAL, null);
    folder.create(Samples.connection("two"), Samples.CREDENTIAL, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "7",
        "{\"connections\": 3}",
        "{\"version\": 1}",
        "{\"version\": 2, \"connections\": []}",
        "{\"version\": \"x\", \"connections\": []}",
        "{\"connections\": [null]}",
        "{\"connections\": [{}]}",
        "{\"connections\": [{\"name\": {}}]}"
      })
  void a_file_that_lifeline_did_not_write_is_damaged_and_stays_as_it_is(String content)
      throws IOException {
    Files.writeString(file, content);

    Problem reading = Samples.problem(folder::list);
    Problem writing =
        Samples.problem(() -> folder.create(Samples.connection("three"), Samples.CREDENTIAL, null));

    assertThat(reading.code()).isEqualTo(ProblemCode.STORE_DAMAGED);
    assertThat(reading.message()).isEqualTo("the file '" + file + "' is damaged");
    assertThat(reading.fixes()).isNotEmpty();
    assertThat(writing).isEqualTo(reading);
    assertThat(file).hasContent(content);
  }

  @Test
  void a_file_cut_off_in_the_middle_is_damaged() throws IOException {
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() / 2));

    assertThat(Samples.problem(folder::list).why()).contains("it is not JSON");
  }

  @Test
  void bytes_that_are_no_text_are_damage() throws IOException {
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThat(Samples.problem(folder::list).code()).isEqualTo(ProblemCode.STORE_DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy@contoso.com/deploy",
        "2026-11-22T10:00:00Z/yesterday",
        "https://lcsapi.lcs.dynamics.com/https://lcsapi.lcs.dynamics.cn",
        "\"two\"/\"ONE\"",
        "\"signIn\" : \"password\"/\"signIn\" : \"smoke-signals\"",
        "\"storage\" : \"file\"/\"storage\" : 7",
        "\"realm\" : null/\"realm\" : \"fairyland\"",
        "\"lastUsed\" : null/\"lastUsed\" : \"yesterday\"",
        "\"password\" :/\"unfinishedPassword\" : \"x\", \"password\" :"
      })
  void a_field_that_was_edited_into_nonsense_is_damage(String change) throws IOException {
    int slash = change.indexOf('/', change.startsWith("https") ? 10 : 0);
    String edited =
        Files.readString(file).replace(change.substring(0, slash), change.substring(slash + 1));
    Files.writeString(file, edited);

    assertThat(Samples.problem(folder::list).code()).isEqualTo(ProblemCode.STORE_DAMAGED);
  }

  @Test
  void a_missing_key_is_reported_and_not_replaced() throws IOException {
    Files.delete(key);

    Problem opening = Samples.problem(() -> folder.open("one"));
    Problem creating =
        Samples.problem(() -> folder.create(Samples.connection("three"), Samples.CREDENTIAL, null));

    assertThat(opening.code()).isEqualTo(ProblemCode.STORE_DAMAGED);
    assertThat(opening.message()).isEqualTo("the file '" + key + "' is missing");
    assertThat(creating).isEqualTo(opening);
    assertThat(key).doesNotExist();
    assertThat(folder.list()).hasSize(2);
  }

  @Test
  void a_damaged_key_is_reported_and_not_replaced() throws IOException {
    Files.writeString(key, "not a key");

    Problem opening = Samples.problem(() -> folder.open("one"));
    Problem creating =
        Samples.problem(() -> folder.create(Samples.connection("three"), Samples.CREDENTIAL, null));

    assertThat(opening.code()).isEqualTo(ProblemCode.STORE_DAMAGED);
    assertThat(creating).isEqualTo(opening);
    assertThat(key).hasContent("not a key");
  }

  @Test
  void the_key_of_another_folder_does_not_open_the_passwords(@TempDir Path other)
      throws IOException {
    new ConnectionFolder(other, time).create(Samples.connection("one"), Samples.CREDENTIAL, null);
    Files.copy(other.resolve("connections.key"), key, StandardCopyOption.REPLACE_EXISTING);

    Problem problem = Samples.problem(() -> folder.open("one"));

    assertThat(problem.code()).isEqualTo(ProblemCode.STORE_DAMAGED);
    assertThat(problem.message())
        .isEqualTo("the password of the service connection 'one' cannot be decrypted");
  }

  @Test
  void a_ciphertext_moved_to_another_connection_does_not_open() throws IOException {
    String text = Files.readString(file);
    String one = ciphertext(text, 0);
    String two = ciphertext(text, 1);
    Files.writeString(file, text.replace(one, "?").replace(two, one).replace("?", two));

    assertThat(Samples.problem(() -> folder.open("one")).code())
        .isEqualTo(ProblemCode.STORE_DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "no base64!"})
  void a_ciphertext_that_is_none_does_not_open(String ciphertext) throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.replace(ciphertext(text, 0), ciphertext));

    assertThat(Samples.problem(() -> folder.open("one")).code())
        .isEqualTo(ProblemCode.STORE_DAMAGED);
    assertThat(folder.open("two").credential().secret()).isEqualTo(Samples.PASSWORD);
  }

  @Test
  void a_flipped_bit_does_not_open() throws IOException {
    String text = Files.readString(file);
    byte[] bytes = Base64.getDecoder().decode(ciphertext(text, 0));
    bytes[bytes.length - 1] ^= 1;
    String flipped = Base64.getEncoder().encodeToString(bytes);
    Files.writeString(file, text.replace(ciphertext(text, 0), flipped));

    assertThat(Samples.problem(() -> folder.open("one")).code())
        .isEqualTo(ProblemCode.STORE_DAMAGED);
  }

  @Test
  void a_home_that_is_a_file_can_be_neither_read_nor_written() throws IOException {
    Path notFolder = Files.writeString(home.resolve("file"), "x");
    var broken = new ConnectionFolder(notFolder, time);

    Problem reading = Samples.problem(broken::list);
    Problem writing =
        Samples.problem(() -> broken.create(Samples.connection("one"), Samples.CREDENTIAL, null));

    assertThat(reading.code()).isEqualTo(ProblemCode.STORE_DAMAGED);
    assertThat(reading.message()).endsWith("cannot be read");
    assertThat(writing.code()).isEqualTo(ProblemCode.STORE_DAMAGED);
    assertThat(writing.message()).endsWith("cannot be written");
    assertThat(writing.fixes()).contains("or choose another folder with --home DIR");
  }

  @Test
  void a_folder_in_the_place_of_the_file_cannot_be_read() throws IOException {
    Files.delete(file);
    Files.createDirectory(file);

    assertThat(Samples.problem(folder::list).code()).isEqualTo(ProblemCode.STORE_DAMAGED);
  }

  @Test
  void what_a_killed_process_left_unfinished_is_ignored_and_cleared_away() throws IOException {
    Path unfinished = Files.writeString(home.resolve("connections.json.new"), "{\"connec");

    assertThat(folder.list()).hasSize(2);
    folder.create(Samples.connection("three"), Samples.CREDENTIAL, null);

    assertThat(folder.list()).hasSize(3);
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void a_key_without_connections_is_used_again() throws IOException {
    byte[] before = Files.readAllBytes(key);
    folder.delete("one");
    folder.delete("two");

    folder.create(Samples.connection("one"), Samples.CREDENTIAL, null);

    assertThat(key).hasBinaryContent(before);
  }

  private static String ciphertext(String text, int index) {
    Matcher password = Pattern.compile("\"password\" *: *\"([^\"]+)\"").matcher(text);
    return password.results().toList().get(index).group(1);
  }
}
