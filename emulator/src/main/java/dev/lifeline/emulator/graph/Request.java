package dev.lifeline.emulator.graph;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * One request of an authenticated caller, and the shapes in which it is answered.
 *
 * @param call the request as it arrived
 * @param path the names in its path
 */
record Request(Call call, Routes.Names path) {

  /** What the path names; a quotation mark in it is doubled. */
  String id() {
    return path.get("id").replace("''", "'");
  }

  Members body() throws IOException, RefusedException {
    return Members.of(call);
  }

  /** Whether something that is not there is to be made. */
  boolean prefersCreation() {
    return call.header("Prefer").filter(it -> it.contains("create-if-missing")).isPresent();
  }

  Reply one(Fields object) {
    return Reply.status(200).json(Query.of(call).select(object));
  }

  Reply made(Fields object) {
    return Reply.status(201).json(object.tree());
  }

  Reply done() {
    return Reply.status(204);
  }

  /**
   * The objects that the filter lets through.
   *
   * @param filters the fields that can be filtered by
   */
  Reply rows(List<Fields> objects, Set<String> filters) throws RefusedException {
    Query query = Query.of(call);
    var wanted = query.filter(filters);
    return Reply.status(200)
        .json(
            Fields.of("value", objects.stream().filter(wanted).map(query::select).toList()).tree());
  }
}
