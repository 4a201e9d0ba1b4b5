package dev.lifeline.extension.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.extension.agent.Contoso;
import dev.lifeline.extension.agent.Extension;
import dev.lifeline.extension.agent.InstalledTask;
import dev.lifeline.extension.agent.Javas;
import dev.lifeline.extension.agent.Job;
import dev.lifeline.extension.agent.StepEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A run of a sample, job by job in the order of the file, each on an agent of its own. What the
 * server would do is done here: names of connections become ids, outputs of jobs become variables.
 */
final class SampleRun {
  private static final Pattern OUTPUT_OF_JOB =
      Pattern.compile("\\$\\[ dependencies\\.(\\w+)\\.outputs\\['([\\w.]+)'\\] \\]");

  private final Contoso contoso;
  private final Path work;
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  SampleRun(Contoso contoso, Path work) {
    this.contoso = contoso;
    this.work = work;
  }

  /** Runs the file; every step has to succeed. */
  void run(Path sample) throws Exception {
    Map<?, ?> pipeline =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build()).loadFromString(Files.readString(sample));
    List<?> all = pipeline.get("jobs") instanceof List<?> several ? several : List.of(pipeline);
    for (Object each : all) {
      Map<?, ?> job = (Map<?, ?>) each;
      String name = job.containsKey("job") ? "" + job.get("job") : "only";
      if ("server".equals(job.get("pool"))) {
        assertThat((List<?>) job.get("steps"))
            .allMatch(step -> "Delay@1".equals(((Map<?, ?>) step).get("task")));
      } else {
        run(name, job);
      }
    }
  }

  /** What a step of a job has given. */
  String output(String job, String name) {
    return jobs.get(job).variable(name);
  }

  private void run(String name, Map<?, ?> definition) throws Exception {
    Path folder = work.resolve(name);
    Job job = contoso.job(folder, Javas.running());
    jobs.put(name, job);
    job.withVariable("LIFELINE_CA_CERTIFICATE", contoso.at().caCertificate().toString());
    texts(definition.get("variables")).forEach((key, value) -> job.withVariable(key, value(value)));
    Map<String, InstalledTask> tasks = Extension.install(folder);
    for (Object each : (List<?>) definition.get("steps")) {
      Map<?, ?> step = (Map<?, ?>) each;
      if (step.containsKey("download")) {
        Contoso.release(folder.resolve("1").resolve(step.get("artifact") + "/release.zip"));
      } else {
        StepEnd end = run(job, tasks, step);
        assertThat(end.result()).as(end.log()).isEqualTo("Succeeded");
      }
    }
  }

  private StepEnd run(Job job, Map<String, InstalledTask> tasks, Map<?, ?> step)
      throws IOException, InterruptedException {
    if (step.containsKey("script")) {
      return job.script("" + step.get("script"), texts(step.get("env")));
    }
    String reference = "" + step.get("task");
    InstalledTask task = tasks.get(reference.replaceFirst("@.*", ""));
    assertThat(task).as(reference).isNotNull();
    Map<String, String> inputs = texts(step.get("inputs"));
    inputs.replace("serviceConnectionName", "LCS", Contoso.CONNECTION);
    return job.run("" + step.get("name"), task, inputs);
  }

  private String value(String text) {
    Matcher output = OUTPUT_OF_JOB.matcher(text);
    return output.matches() ? output(output.group(1), output.group(2)) : text;
  }

  private static Map<String, String> texts(@org.jspecify.annotations.Nullable Object map) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (map instanceof Map<?, ?> values) {
      values.forEach((key, value) -> texts.put("" + key, "" + value));
    }
    return texts;
  }
}
