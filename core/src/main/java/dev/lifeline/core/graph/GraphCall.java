package dev.lifeline.core.graph;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.json.Json;
import java.util.function.Function;

/**
 * One call of Microsoft Graph.
 *
 * @param does what it does, as the end of "Microsoft Graph refused to ..."
 * @param need what the one who calls must have
 * @param method the HTTP method
 * @param path path and query below the version, percent-encoded
 * @param body what it carries
 * @param repeat when it may be sent again
 * @param reader reads an answer of status 2xx, and one of 404 when that is an answer too
 * @param maybeAbsent whether a 404 is an answer
 * @param <T> what the call is for
 */
record GraphCall<T>(
    String does,
    Need need,
    String method,
    String path,
    Body body,
    Repeat repeat,
    Function<Answer, T> reader,
    boolean maybeAbsent) {

  /** A call that reads; a 404 is a refusal. */
  static <T> GraphCall<T> reading(String does, Need need, String path, Function<Answer, T> reader) {
    return new GraphCall<>(does, need, "GET", path, Body.empty(), Repeat.ALWAYS, reader, false);
  }

  /** A call that reads and may find nothing; the reader judges the 404 by its status. */
  static <T> GraphCall<T> finding(String does, Need need, String path, Function<Answer, T> reader) {
    return new GraphCall<>(does, need, "GET", path, Body.empty(), Repeat.ALWAYS, reader, true);
  }

  /** A call that creates something, and so is not repeated unless it surely was not carried out. */
  static <T> GraphCall<T> creating(
      String does, Need need, Content content, Function<Answer, T> reader) {
    return new GraphCall<>(
        does,
        need,
        "POST",
        content.path(),
        content.json(),
        Repeat.WHEN_NOT_CARRIED_OUT,
        reader,
        false);
  }

  /** A call that sets something to a value, twice as well as once. */
  static GraphCall<Boolean> setting(String does, Need need, Content content) {
    return new GraphCall<>(
        does, need, "PATCH", content.path(), content.json(), Repeat.ALWAYS, answer -> true, false);
  }

  /**
   * What is sent, and where.
   *
   * @param path below the version, percent-encoded
   * @param body maps, lists and texts; may hold a password, and so never prints
   */
  record Content(String path, Object body) {
    Body json() {
      return Body.json(Json.write(body));
    }

    @Override
    public String toString() {
      return path;
    }
  }
}
