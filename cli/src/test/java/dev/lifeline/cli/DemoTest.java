package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo in a process of its own, whose folder for temporary files is the test's. */
class DemoTest {
  private static final Pattern STEP = Pattern.compile("  done  (.+?) +[0-9.]+ s  .*");

  /** As the emulator makes passwords, as tokens look, as signatures that nobody masked look. */
  private static final Pattern SECRET =
      Pattern.compile(
          "\\w{6}\\W\\w{6} \\w{6}\\W\\w{6}\\W\\w|eyJ[\\w-]{10,}\\.|[?&]sig=(?!\\*\\*\\*)");

  @TempDir private Path folder;
  private Path temporary;
  private Path error;

  @BeforeEach
  void prepare() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    error = folder.resolve("stderr");
  }

  @Test
  void it_shows_each_step_with_its_time_and_leaves_nothing_behind() throws Exception {
    Process demo = start("--verbose");
    String out = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(demo.waitFor()).as(errors()).isZero();
    assertThat(out.lines().map(STEP::matcher).filter(it -> it.matches()).map(it -> it.group(1)))
        .containsExactly(
            "start a private emulator",
            "create a service connection",
            "verify it",
            "build a deployable package",
            "upload it",
            "wait for its validation",
            "start its deployment",
            "follow it to its end",
            "download it again",
            "compare the checksums");
    assertThat(out)
        .contains("It works: what was uploaded was deployed, and came back the same, in ");
    assertThat(out + errors()).doesNotContainPattern(SECRET).contains("sig=***");
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void in_json_it_is_one_document_of_the_agreed_shape() throws Exception {
    Process demo = start("--output", "json");
    String out = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(demo.waitFor()).as(errors()).isZero();
    Map<String, Object> json = new Outcome(0, out, errors()).json();
    assertThat(json)
        .containsOnlyKeys("result", "steps", "sha256", "assetId", "activityId")
        .containsEntry("result", "ok");
    assertThat(Json.write(json.get("steps")))
        .matches("\\[(\\{\"name\":\"[^\"]+\",\"status\":\"passed\",\"seconds\":[0-9.E-]+},?){10}]");
    assertThat(json.get("sha256").toString()).matches("[0-9a-f]{64}");
    assertThat(errors()).isEmpty();
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void it_leaves_nothing_behind_when_it_is_ended_half_way() throws Exception {
    Process demo = start();
    try (BufferedReader lines = demo.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.contains("upload it")) {
        line = lines.readLine();
      }
      assertThat(line).isNotNull();
      assertThat(leftBehind()).isNotEmpty();

      demo.toHandle().destroy(); // what a build agent sends

      assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(lines.lines().collect(Collectors.joining())).doesNotContain("It works");
    }
    assertThat(demo.exitValue()).isNotZero();
    assertThat(errors()).contains("the demo was ended half way");
    assertThat(leftBehind()).isEmpty();
  }

  private Process start(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.lifeline.cli.Main",
                "demo"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectError(error.toFile()).start();
  }

  private String errors() throws IOException {
    return Files.readString(error);
  }

  private List<Path> leftBehind() throws IOException {
    try (Stream<Path> found = Files.list(temporary)) {
      return found.toList();
    }
  }
}
