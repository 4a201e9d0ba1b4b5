package dev.lifeline.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.action.Runner.Step;
import dev.lifeline.extension.agent.Contoso;
import dev.lifeline.extension.agent.Extension;
import dev.lifeline.extension.agent.Javas;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample of a workflow in the documents. */
final class SampleEndToEndTest {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ ([\\w.]+) \\}\\}");
  private static final String OURS = "./.github/actions/lifeline/";

  @TempDir private Path work;
  private final Map<String, String> known = new LinkedHashMap<>();

  @Test
  void the_sample_does_what_it_says() throws Exception {
    Path sample = Extension.module().resolveSibling("docs/pipelines/github-actions.yml");
    try (var contoso = new Contoso()) {
      known.put("vars.LCS_API_ENDPOINT", contoso.at().apiEndpoint().toString());
      known.put("vars.LCS_USERNAME", contoso.at().username());
      known.put("vars.LCS_CLIENT_ID", contoso.at().clientId().toString());
      known.put("secrets.LCS_PASSWORD", Contoso.PASSWORD);
      known.put("github.run_number", "7");

      run((Map<?, ?>) ((Map<?, ?>) Runner.yaml(sample).get("jobs")).get("release"), contoso);

      assertThat(contoso.emulator().world().lifecycle().assets())
          .anyMatch(asset -> asset.name().equals("Release 7"));
      assertThat(contoso.emulator().received().of("lcs"))
          .anyMatch(call -> call.path().contains("applyupdate"));
    }
  }

  private void run(Map<?, ?> job, Contoso contoso) throws Exception {
    Runner runner =
        new Runner(work, Javas.running())
            .withVariable("LIFELINE_CA_CERTIFICATE", contoso.at().caCertificate().toString())
            .withVariable(
                "LIFELINE_AUTHENTICATION_ENDPOINT",
                contoso.at().authenticationEndpoint().toString())
            .withVariable("LIFELINE_POLL_INTERVAL", "1s");
    expanded(job.get("env")).forEach(runner::withVariable);
    for (Object each : (List<?>) job.get("steps")) {
      Map<?, ?> definition = (Map<?, ?>) each;
      String uses = "" + definition.get("uses");
      if (uses.startsWith("actions/download-artifact@")) {
        Contoso.release(runner.workspace().resolve("release.zip"));
      } else if (!uses.startsWith("actions/checkout@")) {
        assertThat(uses).startsWith(OURS);
        Step step = runner.run(uses.substring(OURS.length()), expanded(definition.get("with")));
        assertThat(step.exitCode()).as(step.log()).isZero();
        step.outputs()
            .forEach(
                (name, value) ->
                    known.put("steps." + definition.get("id") + ".outputs." + name, value));
      }
    }
  }

  private Map<String, String> expanded(@Nullable Object map) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (map instanceof Map<?, ?> values) {
      values.forEach((name, value) -> texts.put("" + name, expanded("" + value)));
    }
    return texts;
  }

  private String expanded(String text) {
    return EXPRESSION
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(known.getOrDefault(match.group(1), "")));
  }
}
