package dev.lifeline.hub.runpage;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.page.Frame;
import java.util.UUID;

/** Where the pages of runs are. */
final class Places {
  private Places() {}

  static String project(Call call) {
    return "/" + call.organization().name() + "/" + Frame.segment(call.project().name());
  }

  static String runs(Call call) {
    return project(call) + "/_runs";
  }

  static String of(Call call, UUID run) {
    return runs(call) + "/" + run;
  }

  static String connection(Call call, Run run) {
    return project(call) + "/_settings/connections/" + run.place().connection();
  }
}
