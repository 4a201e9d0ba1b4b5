package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.json.Json;
import java.util.List;
import java.util.Map;

/**
 * What became of a command.
 *
 * @param exitCode its exit code
 * @param out its standard output
 * @param err its standard error
 */
public record Outcome(int exitCode, String out, String err) {

  /** The same, when it ended well. */
  public Outcome succeeded() {
    assertThat(exitCode).as(this::toString).isZero();
    return this;
  }

  /** The object that is all of standard output. */
  @SuppressWarnings("unchecked") // JSON objects have text keys
  public Map<String, Object> json() {
    return Json.read(out, Map.class).orElseThrow(() -> new AssertionError(toString()));
  }

  /** The objects of the list that is all of standard output. */
  @SuppressWarnings("unchecked") // JSON objects have text keys
  public List<Map<String, Object>> rows() {
    return Json.read(out, List.class).orElseThrow(() -> new AssertionError(toString()));
  }

  /** The error that is all of standard error, as JSON. */
  @SuppressWarnings("unchecked") // JSON objects have text keys
  public Map<String, Object> error() {
    Map<String, Object> document =
        Json.read(err, Map.class).orElseThrow(() -> new AssertionError(toString()));
    assertThat(document).containsOnlyKeys("error");
    return (Map<String, Object>) document.get("error");
  }

  /** The code of the error in JSON. */
  public String errorCode() {
    return String.valueOf(error().get("code"));
  }
}
