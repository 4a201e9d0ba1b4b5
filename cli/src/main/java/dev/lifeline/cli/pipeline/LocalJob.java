package dev.lifeline.cli.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A job of a file, with whatever surrounds it (Azure Pipelines tasks: YAML a local runner should
 * understand).
 *
 * @param stage the stage's name; empty where the file has none
 * @param name the job's name; empty where the file has none
 * @param variables what is declared by file, stage and job, the innermost last
 * @param conditions when it runs, as stage and job say
 * @param steps its steps
 */
record LocalJob(
    String stage,
    String name,
    List<Yaml> variables,
    List<String> conditions,
    List<Yaml.Fields> steps) {
  /** The jobs of a file, in its order. */
  static List<LocalJob> of(Yaml.Fields root) {
    List<LocalJob> jobs = new ArrayList<>();
    LocalJob whole = new LocalJob("", "", List.of(), List.of(), List.of()).inside(root);
    if (root.get("stages").isPresent()) {
      for (Yaml.Fields stage : root.items("stages")) {
        LocalJob around = whole.inside(stage);
        String name = stage.text("stage").orElse("");
        stage.items("jobs").forEach(job -> jobs.add(around.job(name, job)));
      }
    } else if (root.get("jobs").isPresent()) {
      root.items("jobs").forEach(job -> jobs.add(whole.job("", job)));
    } else {
      jobs.add(new LocalJob("", "", whole.variables, List.of(), root.items("steps")));
    }
    return List.copyOf(jobs);
  }

  private LocalJob inside(Yaml.Fields part) {
    List<Yaml> more = new ArrayList<>(variables);
    part.get("variables").ifPresent(more::add);
    List<String> stricter = new ArrayList<>(conditions);
    part.text("condition").ifPresent(stricter::add);
    return new LocalJob(stage, name, more, stricter, steps);
  }

  private LocalJob job(String stageName, Yaml.Fields job) {
    LocalJob inner = inside(job);
    String jobName = job.text("job").or(() -> job.text("deployment")).orElse("");
    return new LocalJob(stageName, jobName, inner.variables, inner.conditions, steps(job));
  }

  /** A deployment job has its steps deeper. */
  private static List<Yaml.Fields> steps(Yaml.Fields job) {
    return child(job, "strategy")
        .flatMap(strategy -> child(strategy, "runOnce"))
        .flatMap(once -> child(once, "deploy"))
        .map(deploy -> deploy.items("steps"))
        .orElse(job.items("steps"));
  }

  private static Optional<Yaml.Fields> child(Yaml.Fields of, String key) {
    return of.get(key).filter(Yaml.Fields.class::isInstance).map(Yaml.Fields.class::cast);
  }
}
