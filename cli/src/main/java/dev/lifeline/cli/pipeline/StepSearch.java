package dev.lifeline.cli.pipeline;

import java.util.ArrayList;
import java.util.List;

/** Finds the LCS steps of a file wherever they stand: in jobs, in templates, below expressions. */
final class StepSearch {
  private final List<TaskStep> found = new ArrayList<>();

  private StepSearch() {}

  /** The steps, in the order of the file. */
  static List<TaskStep> in(Yaml root) {
    StepSearch search = new StepSearch();
    search.look(root, "");
    return List.copyOf(search.found);
  }

  private void look(Yaml value, String jobTimeout) {
    if (value instanceof Yaml.Items items) {
      items.values().forEach(item -> look(item, jobTimeout));
    } else if (value instanceof Yaml.Fields fields) {
      boolean isJob =
          fields.get("job").isPresent()
              || fields.get("deployment").isPresent()
              || fields.get("steps").isPresent();
      String timeout = fields.text("timeoutInMinutes").filter(text -> isJob).orElse(jobTimeout);
      TaskStep.of(fields, timeout)
          .ifPresentOrElse(
              found::add, () -> fields.all().forEach(field -> look(field.value(), timeout)));
    }
  }
}
