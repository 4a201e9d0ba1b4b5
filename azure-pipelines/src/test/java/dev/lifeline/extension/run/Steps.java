package dev.lifeline.extension.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.extension.agent.Contoso;
import dev.lifeline.extension.agent.Extension;
import dev.lifeline.extension.agent.InstalledTask;
import dev.lifeline.extension.agent.Javas;
import dev.lifeline.extension.agent.Job;
import dev.lifeline.extension.agent.RunningStep;
import dev.lifeline.extension.agent.StepEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Steps of one job at Contoso. */
final class Steps implements AutoCloseable {
  final Contoso contoso = new Contoso();
  final Job job;
  private final Map<String, InstalledTask> tasks;

  Steps(Path work) throws IOException {
    this(work, Javas.running());
  }

  Steps(Path work, Path javaHome) throws IOException {
    job = contoso.job(work, javaHome);
    tasks = Extension.install(work);
  }

  InstalledTask task(String name) {
    return tasks.get(name);
  }

  /** Runs a step of that name; the connection and the project are given unless inputs differ. */
  StepEnd run(String stepName, String task, Map<String, String> inputs) throws Exception {
    return job.run(stepName, task(task), withCommon(inputs));
  }

  /** The same, and it has to succeed. */
  StepEnd succeed(String stepName, String task, Map<String, String> inputs) throws Exception {
    StepEnd end = run(stepName, task, inputs);
    assertThat(end.result()).as(end.log()).isEqualTo("Succeeded");
    assertThat(end.exitCode()).isZero();
    assertThat(end.log()).doesNotContain("WARNING:", "SLF4J");
    return end;
  }

  RunningStep start(String task, Map<String, String> inputs) throws IOException {
    return job.start(task(task), withCommon(inputs));
  }

  Map<String, String> withCommon(Map<String, String> inputs) {
    Map<String, String> all = new TreeMap<>(contoso.common());
    all.putAll(inputs);
    return all;
  }

  /** The inputs of a deployment to a sandbox. */
  Map<String, String> deployment() {
    return Map.of(
        "environmentId", contoso.environmentId("contoso-uat"),
        "fileAssetId", contoso.assetId("contoso-release-1.zip"),
        "releaseName", "Release 1");
  }

  @Override
  public void close() {
    contoso.close();
  }
}
