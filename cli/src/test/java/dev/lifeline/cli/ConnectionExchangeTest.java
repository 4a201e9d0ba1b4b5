package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionExchangeTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void the_variables_of_an_export_make_the_same_connection() {
    Outcome outcome = desk.run("connection", "export", "contoso", "--format", "env");

    assertThat(outcome.succeeded().out())
        .contains(
            "LIFELINE_USERNAME=",
            "deploy@contoso.example",
            "LIFELINE_CLIENT_ID=",
            "LIFELINE_API_ENDPOINT=",
            "LIFELINE_PASSWORD=")
        .doesNotContain(desk.password());
  }

  @Test
  void an_export_for_terraform_is_a_resource_block() {
    Outcome outcome = desk.run("connection", "export", "contoso", "--format", "terraform");

    assertThat(outcome.succeeded().out())
        .contains("resource \"azuredevops_", "deploy@contoso.example")
        .doesNotContain(desk.password());
  }

  @Test
  void an_export_in_json_names_its_format() {
    Outcome outcome =
        desk.run("connection", "export", "contoso", "--format", "terraform", "-o", "json");

    assertThat(outcome.succeeded().json())
        .containsOnlyKeys("format", "text")
        .containsEntry("format", "terraform");
  }

  @Test
  void an_export_for_azure_devops_is_the_body_itself_whatever_the_output() {
    String text = desk.run("connection", "export", "contoso", "--format=azure-devops").out();
    Outcome json = desk.run("connection", "export", "contoso", "--format=azure-devops", "-o=json");

    assertThat(json.succeeded().json()).containsEntry("name", "contoso").containsKey("type");
    assertThat(json.out()).isEqualTo(text).doesNotContain(desk.password());
  }

  @Test
  void a_format_that_does_not_exist_is_refused() {
    for (List<String> line :
        List.of(
            List.of("connection", "export", "contoso", "--format", "yaml", "-o", "json"),
            List.of("connection", "import", "some.json", "--format", "yaml", "-o", "json"))) {
      Outcome outcome = desk.run(line.toArray(String[]::new));

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.errorCode()).isEqualTo("USAGE_WRONG");
    }
  }

  @Test
  void what_was_exported_for_azure_devops_can_be_imported_under_another_name() throws Exception {
    Path file = exported();
    desk.environment.put("SECRET", desk.password());

    Outcome outcome = imported(file, "azure-devops", "--name", "copy", "--password-env", "SECRET");

    assertThat(outcome.succeeded().out())
        .containsSubsequence("passed   sign-in", "created the connection 'copy'");
    assertThat(desk.kept("copy")).isEqualTo(desk.password());
    assertThat(desk.connections().get("copy").connection().username())
        .isEqualTo("deploy@contoso.example");
  }

  @Test
  void a_configuration_of_d365fo_tools_is_imported_with_its_password() throws IOException {
    Path file = toolsConfiguration(desk.password());

    Outcome outcome = imported(file, "d365fo-tools", toolsOptions());

    assertThat(outcome.succeeded().out())
        .contains("created the connection 'tools'")
        .doesNotContain(desk.password());
    assertThat(desk.kept("tools")).isEqualTo(desk.password());
  }

  @Test
  void a_connection_whose_proof_fails_is_not_imported_and_the_password_is_sent_once()
      throws IOException {
    Path file = toolsConfiguration("wrong");

    Outcome outcome = imported(file, "d365fo-tools", toolsOptions("-o", "json"));

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.errorCode()).isEqualTo("PASSWORD_WRONG");
    assertThat(desk.passwordsSent()).isEqualTo(1);
    assertThat(desk.connections().list()).hasSize(1);
  }

  @Test
  void a_name_that_is_taken_is_refused_before_anything_is_sent() throws Exception {
    Outcome outcome = imported(exported(), "azure-devops", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("CONNECTION_EXISTS");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void files_that_hold_no_connection_are_told_apart() throws IOException {
    Path utf16 = Files.write(folder.resolve("utf16.json"), new byte[] {(byte) 0xff, (byte) 0xfe});
    Map<Path, String> codes =
        Map.of(
            folder.resolve("missing.json"),
            "FILE_NOT_FOUND",
            folder,
            "FILE_IS_FOLDER",
            utf16,
            "IMPORT_UNREADABLE",
            Files.writeString(folder.resolve("list.txt"), "a, b"),
            "IMPORT_UNREADABLE");

    codes.forEach(
        (file, code) -> {
          Outcome outcome = imported(file, "azure-devops", "-o", "json");

          assertThat(outcome.exitCode()).as(file.toString()).isEqualTo(2);
          assertThat(outcome.errorCode()).as(file.toString()).isEqualTo(code);
        });
  }

  private Path exported() throws IOException {
    String body = desk.run("connection", "export", "contoso", "--format=azure-devops").out();
    return Files.writeString(folder.resolve("endpoint.json"), body);
  }

  /** As PowerShell writes it, with a byte order mark. */
  private Path toolsConfiguration(String password) throws IOException {
    return Files.writeString(
        folder.resolve("tools.json"),
        """
        \ufeff{"projectid": 1234567, "clientid": "%s", "username": "deploy@contoso.example",
         "password": "%s", "lcsapiuri": "%s"}
        """
            .formatted(desk.at().clientId(), password, desk.at().apiEndpoint()));
  }

  private String[] toolsOptions(String... more) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--name=tools", "--authentication-endpoint=" + desk.at().authenticationEndpoint()));
    options.addAll(List.of(more));
    return options.toArray(String[]::new);
  }

  private Outcome imported(Path file, String format, String... more) {
    List<String> words =
        new ArrayList<>(List.of("connection", "import", file.toString(), "--format", format));
    words.addAll(List.of(more));
    return desk.run(words.toArray(String[]::new));
  }
}
