package dev.lifeline.cli.environment;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A start or stop that was begun, as it is shown.
 *
 * @param environment which environment
 * @param activity the operation
 */
record PowerView(Environment environment, ActivityId activity) {
  void show(Shell shell, ProjectId project, String verb) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("activityId", activity.value());
    json.put("environmentId", environment.id().value());
    json.put("environmentName", environment.name());
    json.put("status", "Started");
    shell
        .console()
        .result(
            json,
            List.of(
                verb + " of the environment '" + environment.name() + "': Started",
                "activity id  " + activity));
    shell.console().note("it goes on in LCS whatever happens here; see it with:");
    shell
        .console()
        .note("  lifeline environment show " + environment.id() + " " + shell.sameAgain(project));
  }
}
