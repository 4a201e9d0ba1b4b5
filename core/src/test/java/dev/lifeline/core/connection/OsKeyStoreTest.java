package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OsKeyStoreTest {
  static Stream<OsKeyStore> machines_without_a_desktop_session() {
    return Stream.of(
        new OsKeyStore("Linux", Map.of()),
        new OsKeyStore("Linux", Map.of("DBUS_SESSION_BUS_ADDRESS", " ", "XDG_RUNTIME_DIR", "")),
        new OsKeyStore("Linux", Map.of("XDG_RUNTIME_DIR", "/nonexistent")),
        new OsKeyStore("AIX", Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus")));
  }

  @ParameterizedTest
  @MethodSource("machines_without_a_desktop_session")
  void without_a_desktop_session_there_is_no_key_store(OsKeyStore machine) {
    assertThat(machine.isReachable()).isFalse();
    assertThat(Samples.problem(() -> machine.find("item")).code())
        .isEqualTo(ProblemCode.KEY_STORE_UNAVAILABLE);
    assertThat(Samples.problem(() -> machine.forget("item")).code())
        .isEqualTo(ProblemCode.KEY_STORE_UNAVAILABLE);
  }

  @Test
  void a_key_that_cannot_be_kept_is_named_in_no_problem() {
    var machine = new OsKeyStore("Linux", Map.of());

    Problem problem = Samples.problem(() -> machine.keep("item", Secret.of("canary")));

    assertThat(problem.code()).isEqualTo(ProblemCode.KEY_STORE_UNAVAILABLE);
    assertThat(problem.why())
        .isEqualTo("It is reached through a desktop session, and this process runs in none.");
    assertThat(problem.toString()).doesNotContain("canary");
  }

  @Test
  void a_connection_on_such_a_machine_keeps_its_key_in_the_file(@TempDir Path home) {
    var folder = new ConnectionFolder(home, () -> Instant.EPOCH, new OsKeyStore("Linux", Map.of()));

    SavedConnection created =
        folder.create(Samples.connection("contoso"), Samples.CREDENTIAL, null);

    assertThat(created.storage()).isEqualTo(SecretStorage.FILE);
  }

  @Test
  void on_windows_an_item_is_a_file_in_the_user_s_local_folder(@TempDir Path local)
      throws IOException {
    var windows = new OsKeyStore("Windows 11", Map.of("LOCALAPPDATA", local.toString()));
    Secret key = Secret.of("key");

    assertThat(windows.isReachable()).isTrue();
    assertThat(windows.find("item")).isEmpty();
    windows.keep("item", Secret.of("old"));
    windows.keep("item", key);
    assertThat(windows.find("item")).contains(key);
    assertThat(files(local.resolve("Lifeline").resolve("keys"))).containsExactly("item.key");

    windows.forget("item");
    windows.forget("item");
    assertThat(windows.find("item")).isEmpty();
    assertThat(files(local.resolve("Lifeline").resolve("keys"))).isEmpty();
  }

  @Test
  void a_windows_without_a_local_folder_has_no_key_store() {
    assertThat(new OsKeyStore("Windows 11", Map.of()).isReachable()).isFalse();
  }

  @Test
  void it_prints_none_of_its_environment() {
    assertThat(new OsKeyStore("Linux", Map.of("LIFELINE_PASSWORD", "canary")).toString())
        .doesNotContain("canary");
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }
}
