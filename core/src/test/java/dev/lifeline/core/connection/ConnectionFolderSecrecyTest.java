package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFolderSecrecyTest {
  private Path home;
  private ConnectionFolder folder;

  @BeforeEach
  void a_folder_with_a_connection(@TempDir Path temporary) {
    home = temporary.resolve("new").resolve("lifeline");
    folder = new ConnectionFolder(home, new ManualTime(Instant.parse("2026-11-22T10:00:00Z")));
    folder.create(Samples.connection("contoso"), Samples.CREDENTIAL, null);
  }

  @Test
  void no_file_holds_the_password_in_plain_text_or_base64() throws IOException {
    String password = Samples.PASSWORD.reveal();
    String base64 =
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(password.getBytes(StandardCharsets.UTF_8));

    for (Path file : files()) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as("%s", file)
          .doesNotContain(password, base64, "canary");
    }
  }

  @Test
  void the_other_fields_are_readable_by_people() {
    assertThat(home.resolve("connections.json"))
        .content()
        .contains("contoso", "deploy@contoso.com", Samples.UNITED_STATES, Samples.CLIENT_ID);
  }

  @Test
  void the_same_password_is_encrypted_differently_each_time() throws IOException {
    String before = Files.readString(home.resolve("connections.json"));

    folder.replace(Samples.connection("contoso"), Samples.CREDENTIAL);

    assertThat(home.resolve("connections.json")).content().isNotEqualTo(before);
  }

  @Test
  void a_saved_connection_prints_no_secret() {
    assertThat(folder.list().toString()).contains("contoso").doesNotContain("canary");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has access lists instead of modes")
  void the_folder_and_those_created_above_it_are_their_owner_s_alone() throws IOException {
    assertThat(mode(home)).isEqualTo("rwx------");
    assertThat(mode(home.resolve(".."))).isEqualTo("rwx------");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has access lists instead of modes")
  void each_file_is_its_owner_s_alone() throws IOException {
    folder.use("contoso");

    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder("connections.json", "connections.key", "connections.lock");
    for (Path file : files()) {
      assertThat(mode(file)).as("%s", file).isEqualTo("rw-------");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"connections.json", "connections.key"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has access lists instead of modes")
  void a_file_that_others_may_read_is_closed_to_them_when_it_is_used(String name)
      throws IOException {
    Path file = home.resolve(name);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    folder.open("contoso");

    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has access lists instead of modes")
  void a_folder_that_was_there_before_keeps_its_mode(@TempDir Path shared) throws IOException {
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    var time = new ManualTime(Instant.parse("2026-11-22T10:00:00Z"));

    new ConnectionFolder(shared, time)
        .create(Samples.connection("contoso"), Samples.CREDENTIAL, null);

    assertThat(mode(shared)).isEqualTo("rwxr-xr-x");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(home)) {
      return all.toList();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
