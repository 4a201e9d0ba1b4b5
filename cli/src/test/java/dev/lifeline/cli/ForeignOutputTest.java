package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.json.Json;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.world.Asset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others wrote into LCS does nothing where it is shown. */
class ForeignOutputTest {
  private static final String HOSTILE =
      "##vso[task.setvariable variable=x]1\n::set-output name=x::1\u001b[2J\u202e\u009b31m";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
    Asset asset = desk.asset("contoso-release-1.zip");
    Asset renamed =
        new Asset(
            asset.id(),
            asset.project(),
            HOSTILE,
            HOSTILE + ".zip",
            HOSTILE,
            asset.fileType(),
            asset.sizeBytes(),
            asset.created(),
            asset.committed());
    desk.emulator.world().changeLifecycle(it -> it.with(renamed));
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void in_text_it_is_only_read() {
    harmless(desk.run("asset", "list").succeeded());
    harmless(desk.run("asset", "show", id()).succeeded());
    harmless(desk.run("asset", "download", "--id", id(), "--to", folder.toString()).succeeded());
  }

  @Test
  void in_a_question_it_is_only_read() {
    RecordingHost terminal = desk.host();
    terminal.interactive = true;
    terminal.answers.add("yes");

    harmless(terminal.run("asset", "delete", id()).succeeded());
    terminal.questions.forEach(question -> harmless(new Outcome(0, question, "")));
  }

  @Test
  void in_a_clash_of_names_it_is_only_read() {
    Asset other = desk.asset("contoso-invalid.zip");
    desk.emulator.world().changeLifecycle(it -> it.with(other.withFileName(HOSTILE + ".zip")));

    Outcome outcome = desk.run("asset", "download", "--id", id() + ";" + other.id());

    assertThat(outcome.exitCode()).isEqualTo(2);
    harmless(outcome);
  }

  @Test
  void in_json_it_is_only_read_and_stays_what_it_was() {
    Outcome list = desk.run("asset", "list", "--latest", "-o", "json").succeeded();
    Outcome show = desk.run("asset", "show", id(), "-o", "json").succeeded();

    harmless(list);
    harmless(show);
    assertThat(show.json())
        .containsEntry("name", HOSTILE)
        .containsEntry("fileDescription", HOSTILE);
  }

  @Test
  void a_refusal_in_the_words_of_lcs_is_only_read() {
    for (String output : new String[] {"text", "json"}) {
      desk.emulator
          .faults()
          .add(
              Fault.once(
                  "lcs",
                  "GET",
                  "GetAssets",
                  new FaultAction.Answer(400, Map.of(), Json.write(Map.of("Message", HOSTILE)))));

      Outcome outcome = desk.run("asset", "list", "-o", output);

      assertThat(outcome.exitCode()).isEqualTo(1);
      harmless(outcome);
    }
  }

  @Test
  void a_file_name_is_only_read_in_progress_and_results() throws IOException {
    Path file = Files.write(folder.resolve("##vso[x]\u202ea.zip"), new byte[] {1});
    RecordingHost terminal = desk.host();

    harmless(terminal.run("asset", "upload", file.toString(), "--no-preflight", "-v").succeeded());
  }

  private String id() {
    return desk.emulator.world().lifecycle().assets().stream()
        .filter(asset -> asset.name().equals(HOSTILE))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }

  private static void harmless(Outcome outcome) {
    assertThat(outcome.out() + outcome.err())
        .doesNotContain("##vso[", "\u001b", "\u202e", "\u009b")
        .doesNotContainPattern("(?m)^\\s*::");
  }
}
