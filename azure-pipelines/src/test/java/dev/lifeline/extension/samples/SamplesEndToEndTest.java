package dev.lifeline.extension.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.peers.Peers;
import dev.lifeline.extension.agent.Contoso;
import dev.lifeline.extension.agent.Extension;
import dev.lifeline.tasks.Catalogue;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.snippet.FilledStep;
import dev.lifeline.tasks.snippet.Snippet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample of Azure Pipelines in the documents. */
final class SamplesEndToEndTest {
  @TempDir private Path work;

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(documents())) {
      return files
          .filter(file -> file.getFileName().toString().matches("azure-pipelines.*\\.yml"))
          .sorted()
          .toList();
    }
  }

  private static Path documents() {
    return Extension.module().resolveSibling("docs/pipelines");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_does_what_it_says(Path sample) throws Exception {
    try (var contoso = new Contoso()) {
      var run = new SampleRun(contoso, work);

      run.run(sample);

      assertThat(contoso.emulator().received().of("lcs")).isNotEmpty();
    }
  }

  @Test
  void the_last_job_of_the_agentless_sample_joins_what_the_first_has_started() throws Exception {
    try (var contoso = new Contoso()) {
      var run = new SampleRun(contoso, work);

      run.run(documents().resolve("azure-pipelines-agentless.yml"));

      assertThat(run.output("finish", "activityId"))
          .isNotEmpty()
          .isEqualTo(run.output("start", "deploy.ActivityId"));
    }
  }

  @Test
  void microsoft_s_language_service_has_nothing_to_say_about_them() throws Exception {
    assertThat(judged(samples()).output()).isEmpty();
  }

  @Test
  void it_has_nothing_to_say_about_what_the_task_assistant_writes() throws Exception {
    List<Path> written = new ArrayList<>();
    for (TaskDefinition task : Catalogue.definitions()) {
      Map<String, String> values = new LinkedHashMap<>();
      task.inputs().stream()
          .filter(input -> input.choices().isEmpty() && input.type() != InputType.BOOLEAN)
          .forEach(input -> values.put(input.name(), "it's 'foreign': $(text) #1"));
      var source = new FilledStep.Source(URI.create("https://hub.contoso.example"), "LCS main");
      String yaml = Snippet.AZURE_PIPELINES.of(new FilledStep(task, values, source));
      written.add(Files.writeString(work.resolve(task.slug() + ".yml"), yaml));
    }

    assertThat(judged(written).output()).isEmpty();
  }

  @Test
  void microsoft_s_language_service_would_tell_a_wrong_input() throws Exception {
    Path wrong = work.resolve("wrong.yml");
    Files.writeString(
        wrong,
        """
        steps:
          - task: LifelineAssetUpload@2
            inputs:
              serviceConnectionName: LCS
              projectId: '1'
              assetPath: a.zip
              assetColour: red
        """);

    assertThat(judged(List.of(wrong)).output()).contains("assetColour");
  }

  private Peers.Outcome judged(List<Path> files) throws Exception {
    Path schema = Files.writeString(work.resolve("schema.json"), PipelineSchema.json());
    List<String> command = new ArrayList<>(List.of(schema.toString()));
    files.forEach(file -> command.add(file.toString()));
    Path script = Extension.module().resolve("src/test/node/validate.js");
    return Peers.node("require('" + script + "')", Map.of(), command.toArray(String[]::new));
  }
}
