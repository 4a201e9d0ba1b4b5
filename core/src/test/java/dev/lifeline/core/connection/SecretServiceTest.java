package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The key store of a Linux desktop, a real one: GNOME Keyring on a message bus of its own, with a
 * home of its own. Needs the packages dbus, gnome-keyring and libsecret, which {@code ./test}
 * installs where it may.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the Secret Service is Linux desktops' key store")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SecretServiceTest {
  private static final String UNLOCK =
      "printf canary-keyring | gnome-keyring-daemon --unlock --components=secrets >unlocked.txt";
  private static final String LEAVE_LOCKED = "gnome-keyring-daemon --start >started.txt";

  @TempDir private Path home;
  private Path connections;

  @BeforeEach
  void a_home_without_connections() {
    connections = home.resolve("connections");
  }

  @Test
  void an_unlocked_keyring_keeps_the_key_and_gives_it_to_the_next_process() throws Exception {
    assertThat(inSession(UNLOCK, java("reach", "create", "open"), java("open")))
        .containsExactly(
            "reach: yes", "create: key-store", "open: canary-é漢😀", "open: canary-é漢😀");
    assertThat(connections.resolve("connections.key")).doesNotExist();
  }

  @Test
  void a_key_moves_out_of_the_keyring_and_back() throws Exception {
    assertThat(
            inSession(
                UNLOCK,
                java("create", "move-to-file", "open"),
                java("move-to-key-store", "open", "delete")))
        .containsExactly(
            "create: key-store",
            "move-to-file: file",
            "open: canary-é漢😀",
            "move-to-key-store: key-store",
            "open: canary-é漢😀",
            "delete: done");
  }

  @Test
  void a_keyring_that_nobody_can_unlock_is_passed_over() throws Exception {
    assertThat(inSession(LEAVE_LOCKED, java("reach", "create-in-key-store", "create", "open")))
        .containsExactly(
            "reach: yes",
            "create-in-key-store: key_store_unavailable",
            "create: file",
            "open: canary-é漢😀");
  }

  @Test
  void a_keyring_that_was_locked_since_is_not_taken_for_one_that_lost_the_key() throws Exception {
    inSession(UNLOCK, java("create"));

    assertThat(inSession(LEAVE_LOCKED, java("open", "delete")))
        .containsExactly("open: key_store_unavailable", "delete: done");
  }

  @Test
  void a_key_that_is_gone_from_an_unlocked_keyring_is_missing() throws Exception {
    inSession(UNLOCK, java("create"));
    Files.delete(home.resolve("keyrings").resolve("login.keyring"));

    assertThat(inSession(UNLOCK, java("open"))).containsExactly("open: store_damaged");
  }

  @Test
  void a_connection_of_another_session_stays_closed_where_there_is_none() throws Exception {
    inSession(UNLOCK, java("create"));

    assertThat(run(List.of("sh", "-c", java("reach", "open"))))
        .containsExactly("reach: no", "open: key_store_unavailable");
  }

  /** What the processes say, one after the other, in a session that is set up by a command. */
  private List<String> inSession(String setUp, String... processes) throws Exception {
    String script = "set -e\n" + setUp + "\n" + String.join("\n", processes);
    List<String> said = run(List.of("dbus-run-session", "--", "sh", "-c", script));
    assertThat(home.resolve("noise.txt")).as("standard error").isEmptyFile();
    return said;
  }

  /** A command line that uses the key store, its standard error into a file. */
  private String java(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dfile.encoding=UTF-8");
    // as the launcher does: Java 24 and later warn of what libraries do
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--illegal-native-access=allow");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(UseKeyStore.class.getName());
    command.add(connections.toString());
    command.addAll(List.of(words));
    return "'" + String.join("' '", command) + "' 2>>noise.txt";
  }

  private List<String> run(List<String> command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DBUS_"));
    for (String folder : List.of("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")) {
      builder.environment().put(folder, home.toString());
    }
    builder.environment().put("LC_ALL", "C.UTF-8");
    Path bus = home.resolve("bus.txt");
    Process process = builder.redirectError(bus.toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s%n%s", said, Files.readString(bus)).isZero();
    return said.lines().toList();
  }
}
