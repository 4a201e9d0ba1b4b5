package dev.lifeline.hub.run;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Ids;
import dev.lifeline.hub.model.PlanJob;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.HttpCall;
import java.net.URI;
import java.util.Optional;

/**
 * The headers with which Azure Pipelines' task Invoke REST API says which job waits
 * (azure-pipelines-tasks: agentless tasks).
 */
final class PlanHeaders {
  private static final int LONGEST_ADDRESS = 1000;

  private PlanHeaders() {}

  /** Who waits, and the token with which it is told. */
  record Waiter(PlanJob job, Secret token) {}

  /**
   * The job that waits for the answer; empty when the call is none of such a job.
   *
   * @throws dev.lifeline.hub.web.Refusal 400 when only some of the headers are there
   */
  static Optional<Waiter> read(HttpCall call) {
    if (call.header("PlanUrl").isEmpty()) {
      return Optional.empty();
    }
    PlanJob job =
        new PlanJob(
            address(call),
            id(call, "ProjectId"),
            hub(call),
            id(call, "PlanId"),
            id(call, "JobId"),
            id(call, "TimelineId"),
            id(call, "TaskInstanceId"));
    return Optional.of(new Waiter(job, Secret.of(required(call, "AuthToken"))));
  }

  private static String address(HttpCall call) {
    String given = required(call, "PlanUrl");
    String address = given.endsWith("/") ? given : given + "/";
    try {
      URI uri = URI.create(address);
      boolean isPlain =
          uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getQuery() == null
              && uri.getFragment() == null;
      if (isPlain && address.length() <= LONGEST_ADDRESS) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // it is refused below
    }
    throw Fault.ARGUMENT.refuse("The header 'PlanUrl' has to be the address of a collection.");
  }

  private static String hub(HttpCall call) {
    String hub = required(call, "HubName");
    if (!hub.matches("[A-Za-z]{1,32}")) {
      throw Fault.ARGUMENT.refuse("The header 'HubName' has to be the name of a task hub.");
    }
    return hub;
  }

  private static String id(HttpCall call, String name) {
    return Ids.parse(required(call, name))
        .orElseThrow(() -> Fault.ARGUMENT.refuse("The header '" + name + "' has to be a GUID."))
        .toString();
  }

  private static String required(HttpCall call, String name) {
    return call.header(name)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () ->
                Fault.ARGUMENT.refuse(
                    "The header '" + name + "' is missing: a job that waits sends all of them."));
  }
}
