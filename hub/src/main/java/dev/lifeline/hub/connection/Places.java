package dev.lifeline.hub.connection;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.page.Frame;
import dev.lifeline.hub.web.LocalPath;

/** Where the pages of connections are. */
final class Places {
  private Places() {}

  static String project(Call call) {
    return "/" + call.organization().name() + "/" + Frame.segment(call.project().name());
  }

  static String connections(Call call) {
    return project(call) + "/_settings/connections";
  }

  static String of(Call call, Connection connection) {
    return connections(call) + "/" + connection.id();
  }

  /** Where a form says that it goes on; empty when that is not in the project. */
  static String goOn(Call call, String asked) {
    String place = LocalPath.of(asked);
    return place.startsWith(project(call) + "/") ? place : "";
  }
}
