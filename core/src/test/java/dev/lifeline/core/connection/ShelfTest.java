package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves for a later one. */
class ShelfTest {
  private static final Secret PASSWORD = Samples.PASSWORD;
  private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");

  @TempDir Path folder;

  private Shelf shelf;

  @BeforeEach
  void open() {
    connections().create(Samples.connection("contoso"), new Credential.Password(PASSWORD), null);
    shelf = shelf();
  }

  @Test
  void a_text_is_there_for_the_next_run() {
    assertThat(shelf.write("a", "one")).isTrue();
    shelf.write("a", "two");

    assertThat(shelf().read("a")).contains("two");
    assertThat(shelf().read("b")).isEmpty();
  }

  @Test
  void a_text_is_gone_once_it_is_removed() {
    shelf.write("a", "one");

    shelf.remove("a");
    shelf.remove("never there");

    assertThat(shelf.read("a")).isEmpty();
  }

  @Test
  void what_is_kept_is_for_its_owner_alone() throws IOException {
    shelf.write("a", "one");
    Optional<Shelf.Held> held = shelf.hold("a");

    assertThat(held).isPresent();
    assertThat(mode(shelf.path("a").getParent())).isEqualTo("rwx------");
    assertThat(mode(shelf.path("a"))).isEqualTo("rw-------");
    assertThat(mode(shelf.path("a.lock"))).isEqualTo("rw-------");
    held.orElseThrow().close();
  }

  @Test
  void a_sealed_text_is_opened_by_the_same_connection_only() {
    connections().create(Samples.connection("other"), new Credential.Password(PASSWORD), null);

    String sealed = shelf.seal(Secret.of("sig=abc")).orElseThrow();

    assertThat(sealed).doesNotContain("sig");
    assertThat(shelf().open(sealed)).contains(Secret.of("sig=abc"));
    assertThat(connections().open("other").memory().shelf().orElseThrow().open(sealed)).isEmpty();
    assertThat(shelf.open("c2ln")).isEmpty();
  }

  @Test
  void a_sealed_text_is_no_password() {
    String sealed = shelf.seal(Secret.of("sig=abc")).orElseThrow();
    String stored = connections().list().get(0).toString();

    assertThat(stored).doesNotContain(sealed);
    assertThat(connections().open("contoso").credential().secret()).isEqualTo(PASSWORD);
  }

  @Test
  void a_name_belongs_to_one_run_at_a_time() {
    Shelf.Held held = shelf.hold("a").orElseThrow();

    assertThat(shelf().hold("a")).isEmpty();
    assertThat(shelf().hold("b")).isPresent();
    held.close();
    assertThat(shelf().hold("a")).isPresent();
  }

  @Test
  void a_text_is_changed_from_what_it_was() {
    assertThat(shelf.change("a", text -> text.orElse("nothing") + ", one")).isTrue();
    assertThat(shelf().change("a", text -> text.orElse("nothing") + ", two")).isTrue();

    assertThat(shelf.read("a")).contains("nothing, one, two");
  }

  @Test
  void shelves_of_different_names_are_different_folders() {
    ConnectionMemory memory = connections().open("contoso").memory();

    assertThat(memory.shelf("rates").orElseThrow().path("a"))
        .isEqualTo(folder.resolve("rates").resolve("a"));
    assertThat(memory.shelf().orElseThrow().path("a")).isEqualTo(shelf.path("a"));
  }

  @Test
  void a_folder_that_cannot_be_written_keeps_nothing_and_breaks_nothing() throws IOException {
    Files.writeString(folder.resolve("uploads"), "a file in the folder's place");

    assertThat(shelf.write("a", "one")).isFalse();
    assertThat(shelf.read("a")).isEmpty();
    assertThat(shelf.hold("a")).isEmpty();
    assertThat(shelf.change("a", text -> "two")).isFalse();
    shelf.sweep(NOW, Duration.ZERO);
  }

  @Test
  void what_nobody_touched_for_long_is_swept() throws IOException {
    shelf.write("old", "1");
    shelf.write("young", "2");
    Files.setLastModifiedTime(shelf.path("old"), FileTime.from(NOW.minus(Duration.ofDays(8))));
    Files.setLastModifiedTime(shelf.path("young"), FileTime.from(NOW.minus(Duration.ofDays(6))));

    shelf.sweep(NOW, Duration.ofDays(7));

    assertThat(shelf.read("old")).isEmpty();
    assertThat(shelf.read("young")).isPresent();
  }

  @Test
  void a_connection_from_the_environment_has_none() {
    assertThat(ConnectionMemory.NONE.shelf()).isEmpty();
  }

  private Shelf shelf() {
    return connections().open("contoso").memory().shelf().orElseThrow();
  }

  private ConnectionFolder connections() {
    return new ConnectionFolder(folder, new ManualTime(NOW));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
