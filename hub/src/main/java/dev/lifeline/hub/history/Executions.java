package dev.lifeline.hub.history;

import dev.lifeline.core.json.Json;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.ExecutionRecord;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The usage history (Service Endpoints REST: usage history). */
public final class Executions {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 1000;
  private static final int LONGEST = 8000;

  /** In Azure DevOps' order: clients send the number. */
  private static final List<String> RESULTS =
      List.of("succeeded", "succeededwithissues", "failed", "canceled", "skipped", "abandoned");

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.HISTORY, Executions::list).on(Route.HISTORY_ADD, Executions::add);
  }

  /**
   * A use as clients send it; the definition and the owner are kept as they are.
   *
   * @param result a word or its number
   */
  record ExecutionJson(
      @Nullable String planType,
      @Nullable Map<String, Object> definition,
      @Nullable Map<String, Object> owner,
      @Nullable String ownerDetails,
      @Nullable String startTime,
      @Nullable String finishTime,
      @Nullable Object result) {}

  /** Uses of several endpoints at once. */
  record InputJson(@Nullable List<String> endpointIds, @Nullable ExecutionJson data) {}

  private static Reply list(Call call) {
    int most = Math.min(number(call, "top", USUAL_PAGE), LARGEST_PAGE);
    long from =
        call.http().query("continuationToken").map(Executions::token).orElse(Long.MAX_VALUE);
    List<ExecutionRecord> found =
        call.tables().executions().of(call.project().id(), call.connection().id(), from, most + 1);
    boolean isLast = found.size() <= most;
    Reply reply = Reply.list(found.stream().limit(most).map(Executions::json).toList());
    return isLast
        ? reply
        : reply.header("X-MS-ContinuationToken", Long.toString(found.get(most).number()));
  }

  private static Reply add(Call call) {
    InputJson input = call.http().body(InputJson.class);
    if (input.endpointIds() == null || input.data() == null) {
      throw Fault.ARGUMENT.refuse("'endpointIds' and 'data' are required.");
    }
    String content = content(input.data());
    List<Map<String, Object>> added = new ArrayList<>();
    for (String id : input.endpointIds()) {
      Connection connection = call.connectionWithId(id);
      call.require(
          Power.USE,
          call.powersOn(connection),
          "You do not have permission to use the connection.");
      added.add(
          json(call.tables().executions().add(call.project().id(), connection.id(), content)));
    }
    return Reply.list(added);
  }

  private static String content(ExecutionJson data) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("planType", data.planType());
    json.put("definition", data.definition());
    json.put("owner", data.owner());
    json.put("ownerDetails", data.ownerDetails());
    json.put("startTime", data.startTime());
    json.put("finishTime", data.finishTime());
    json.put("result", result(data.result()));
    json.values().removeIf(value -> value == null);
    String text = Json.write(json);
    if (text.length() > LONGEST) {
      throw Fault.ARGUMENT.refuse("A use has at most " + LONGEST + " characters.");
    }
    return text;
  }

  private static @Nullable String result(@Nullable Object given) {
    if (given == null) {
      return null;
    }
    int index =
        given instanceof Number number
            ? number.intValue()
            : RESULTS.indexOf(given.toString().toLowerCase(Locale.ROOT));
    if (index < 0 || index >= RESULTS.size()) {
      throw Fault.ARGUMENT.refuse("The result '" + given + "' is not known.");
    }
    return index == 1 ? "succeededWithIssues" : RESULTS.get(index);
  }

  private static Map<String, Object> json(ExecutionRecord execution) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", execution.number());
    Json.read(execution.content(), Map.class)
        .ifPresent(
            content -> {
              for (Object entry : content.entrySet()) {
                if (entry instanceof Map.Entry<?, ?> each) {
                  data.put(String.valueOf(each.getKey()), each.getValue());
                }
              }
            });
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("endpointId", execution.connection().toString());
    json.put("data", data);
    return json;
  }

  private static int number(Call call, String query, int otherwise) {
    String text = call.http().query(query).orElse(Integer.toString(otherwise));
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw Fault.ARGUMENT.refuse("'" + query + "' has to be a whole number, more than 0.");
    }
    return Integer.parseInt(text);
  }

  private static long token(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw Fault.ARGUMENT.refuse("The continuation token is none of this hub.");
    }
    return Long.parseLong(text);
  }
}
