package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code asset check}, and the same before an upload. */
final class AssetCheckTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.bare(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void a_package_is_checked_without_any_connection() throws IOException {
    Path file = desk.release("Release.zip", 3000);

    Outcome outcome = desk.run("asset", "check", file.toString());

    assertThat(outcome.succeeded().out())
        .isEqualTo("'Release.zip', 2.9 KiB, can be uploaded as software-deployable-package\n");
    assertThat(desk.received("entra")).isEmpty();
  }

  @Test
  void what_is_wrong_is_shown_with_its_fix_and_ends_with_code_2() throws IOException {
    Path file = desk.file("Release.nupkg", 10);

    Outcome outcome = desk.run("asset", "check", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out())
        .contains(
            "failed   a Software deployable package ends in .zip, and this file in .nupkg\n",
            "  fix:   say what it is: --type nuget-package",
            "failed   the file is no zip, or an incomplete one");
    assertThat(outcome.err()).contains("error: a Software deployable package ends in .zip");
  }

  @Test
  void in_json_every_finding_is_listed() throws IOException {
    Path file = desk.release("Release.zip", 3000);

    Outcome outcome =
        desk.run(
            "asset", "check", file.toString(), "--description", "d".repeat(1001), "-o", "json");

    Map<String, Object> json = outcome.succeeded().json();
    assertThat(json)
        .contains(
            entry("type", "software-deployable-package"),
            entry("sizeBytes", 3000),
            entry("canBeUploaded", true));
    assertThat((List<?>) json.get("findings"))
        .singleElement()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .contains(entry("rule", "description"), entry("severity", "warning"))
        .containsKeys("message", "why", "fix");
  }

  @Test
  void a_file_that_is_not_there_cannot_be_checked() {
    assertThat(desk.run("asset", "check", "missing.zip", "-o", "json").errorCode())
        .isEqualTo("FILE_NOT_FOUND");
  }

  @Test
  void an_upload_refuses_what_lcs_would_refuse_before_anything_is_sent() throws IOException {
    desk.store("contoso", "deploy", desk.password());
    Path file = desk.file("Release.zip", 10);

    Outcome outcome = desk.run("asset", "upload", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("error: the file is no zip", "to send it as it is, add --no-preflight");
    assertThat(desk.received("entra")).isEmpty();
    assertThat(desk.received("lcs")).isEmpty();
  }

  @Test
  void an_upload_says_what_may_be_wrong_and_goes_on() throws IOException {
    desk.store("contoso", "deploy", desk.password());
    Path file = Files.write(folder.resolve("Sales.pbit"), new byte[] {1});

    Outcome outcome = desk.run("asset", "upload", file.toString(), "--type=power-bi-report-model");

    assertThat(outcome.succeeded().err())
        .contains("warning: a Power BI report model ends in .pbix, and this file in .pbit; ");
  }

  @Test
  void an_upload_without_preflight_sends_anything() throws IOException {
    desk.store("contoso", "deploy", desk.password());
    Path file = desk.file("Release.zip", 10);

    desk.run("asset", "upload", file.toString(), "--no-preflight").succeeded();

    assertThat(desk.asset("Release.zip").sizeBytes()).isEqualTo(10);
  }
}
