package dev.lifeline.emulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldFileTest {

  @TempDir Path folder;

  @Test
  void a_world_comes_back_as_it_was() throws Exception {
    Random random = new Random(1);
    WorldState world =
        new ReadyMadeWorld(random, () -> new UUID(random.nextLong(), random.nextLong()))
            .make(new SigningKey("key"), Instant.parse("2026-11-22T10:15:00Z"), 360);
    WorldFile file = new WorldFile(folder);

    file.write(world);

    assertThat(file.read()).contains(world);
  }

  @Test
  void there_is_no_world_at_first() throws Exception {
    assertThat(new WorldFile(folder).read()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"directory\": {}}", "{\"format\": 1}", "{\"format\": 2}", "{\"format\": 99}"})
  void a_world_of_another_version_is_refused(String text) throws Exception {
    Files.writeString(folder.resolve("world.json"), text);

    assertThatThrownBy(() -> new WorldFile(folder).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"format\": 3}", "{\"format\": 3, \"world\": {}}"})
  void what_is_no_world_is_refused(String text) throws Exception {
    Files.writeString(folder.resolve("world.json"), text);

    assertThatThrownBy(() -> new WorldFile(folder).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not hold the world");
  }
}
