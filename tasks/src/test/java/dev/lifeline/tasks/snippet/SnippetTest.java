package dev.lifeline.tasks.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.tasks.Catalogue;
import dev.lifeline.tasks.definition.TaskDefinition;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is written is what was filled in, whatever that is. */
class SnippetTest {
  private static final FilledStep.Source SOURCE =
      new FilledStep.Source(URI.create("https://hub.contoso.example"), "LCS main");

  private static FilledStep step(String id, Map<String, String> values) {
    return new FilledStep(definition(id), values, SOURCE);
  }

  private static TaskDefinition definition(String id) {
    return Catalogue.find(id).orElseThrow().definition();
  }

  @Test
  void a_step_of_azure_pipelines_names_the_hub_and_what_differs_from_the_usual() {
    FilledStep step =
        step(
            "AssetUpload",
            Map.of("projectId", "1234567", "assetPath", "$(Build.ArtifactStagingDirectory)/a.zip"));

    assertThat(Snippet.AZURE_PIPELINES.of(step))
        .isEqualTo(
            """
            steps:
              - task: LifelineAssetUpload@2
                inputs:
                  projectId: '1234567'
                  assetType: '10'
                  assetPath: $(Build.ArtifactStagingDirectory)/a.zip
                env:
                  LIFELINE_HUB: https://hub.contoso.example
                  LIFELINE_CONNECTION: LCS main
                  LIFELINE_HUB_TOKEN: $(hubToken)
            """);
  }

  @Test
  void a_step_of_github_actions_takes_the_token_from_a_secret() {
    FilledStep step = step("EnvironmentStart", Map.of("projectId", "1", "environmentId", "uat"));

    assertThat(Snippet.GITHUB_ACTIONS.of(step))
        .isEqualTo(
            """
            steps:
              - uses: ./.github/actions/lifeline/environment-start
                with:
                  projectId: '1'
                  environmentId: uat
                env:
                  LIFELINE_HUB: https://hub.contoso.example
                  LIFELINE_CONNECTION: LCS main
                  LIFELINE_HUB_TOKEN: ${{ secrets.LIFELINE_HUB_TOKEN }}
            """);
  }

  @Test
  void a_shell_gets_one_command() {
    FilledStep step =
        step("AssetUpload", Map.of("projectId", "1", "assetPath", "it's.zip", "assetType", "4"));

    assertThat(Snippet.SHELL.of(step))
        .isEqualTo(
            """
            export LIFELINE_HUB=https://hub.contoso.example
            export LIFELINE_CONNECTION='LCS main'
            lifeline task AssetUpload \\
              projectId=1 \\
              assetType=4 \\
              'assetPath=it'\\''s.zip'
            """);
  }

  @Test
  void an_input_without_meaning_beside_the_others_is_left_out() {
    FilledStep step =
        step(
            "AssetDeployment",
            Map.of("deploymentType", "csu", "releaseName", "R1", "scaleUnitName", "CSU 1"));

    assertThat(Snippet.AZURE_PIPELINES.of(step))
        .contains("scaleUnitName: CSU 1")
        .doesNotContain("releaseName");
    assertThat(step.missing())
        .extracting(input -> input.name())
        .containsExactly("projectId", "environmentId", "fileAssetId");
  }

  @Property(tries = 500)
  void yaml_reads_any_text_as_it_was(@ForAll("texts") String text) {
    String expected = read(step("AssetUpload", Map.of("assetName", text)));

    for (Snippet snippet : List.of(Snippet.AZURE_PIPELINES, Snippet.GITHUB_ACTIONS)) {
      String yaml = snippet.of(step("AssetUpload", Map.of("assetName", text)));
      Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
      Map<?, ?> step = (Map<?, ?>) ((List<?>) root.get("steps")).get(0);
      Object inputs = step.get(snippet == Snippet.AZURE_PIPELINES ? "inputs" : "with");

      assertThat(inputs == null ? null : ((Map<?, ?>) inputs).get("assetName"))
          .isEqualTo(expected.isEmpty() ? null : expected);
    }
  }

  @Property(tries = 40)
  void a_shell_hands_any_text_on_as_it_was(@ForAll("texts") String text) throws Exception {
    FilledStep step = step("AssetUpload", Map.of("assetName", text));

    String seen = argumentsInShell(Snippet.SHELL.of(step));

    String expected = read(step);
    String name = expected.isEmpty() ? "" : "<assetName=" + expected + ">";
    assertThat(seen).isEqualTo("<task><AssetUpload><assetType=10>" + name);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> nasty =
        Arbitraries.of(
            "true",
            "~",
            "-",
            "- a",
            "a: b",
            "a #b",
            "'",
            "''",
            "\"\\",
            "$(rm)",
            "`id`",
            "$HOME",
            "${{ secrets.X }}",
            "{a}",
            "[a]",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "|",
            ">",
            "1e3",
            "0x1",
            "2026-11-27",
            "a:",
            "\u2028",
            "\uFEFF",
            "é",
            "😀",
            "a\nb",
            "a\\");
    Arbitrary<String> any =
        Arbitraries.strings().all().ofMaxLength(20).filter(SnippetTest::isUnicode);
    return Arbitraries.oneOf(nasty, any);
  }

  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static String read(FilledStep step) {
    return step.values().getOrDefault("assetName", "");
  }

  private static String argumentsInShell(String script) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", "lifeline() { printf '<%s>' \"$@\"; }\n" + script).start();
    String seen = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    shell.waitFor();
    return seen;
  }
}
