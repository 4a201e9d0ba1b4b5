package dev.lifeline.cli.pipeline;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something to change in a file, or to know.
 *
 * @param line where, from 1
 * @param severity how much it matters
 * @param message what it is
 * @param fix what to do; empty text when nothing
 */
record Finding(int line, Severity severity, String message, String fix) {
  /** How much it matters. */
  enum Severity {
    /** The step would fail. */
    ERROR,
    /** It would work otherwise than it looks. */
    WARNING,
    /** A step of Microsoft's task, which one word makes one of ours. */
    CHANGE;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding error(int line, String message, String fix) {
    return new Finding(line, Severity.ERROR, message, fix);
  }

  static Finding warning(int line, String message, String fix) {
    return new Finding(line, Severity.WARNING, message, fix);
  }

  /** As compilers write it. */
  String text(String file) {
    return file
        + ":"
        + line
        + ": "
        + severity.id()
        + ": "
        + message
        + (fix.isEmpty() ? "" : "; " + fix);
  }

  Map<String, Object> json(String file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("line", line);
    json.put("severity", severity.id());
    json.put("message", message);
    json.put("fix", fix);
    return json;
  }
}
