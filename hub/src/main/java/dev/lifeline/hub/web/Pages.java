package dev.lifeline.hub.web;

import dev.lifeline.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/** How the hub's pages look that more than one noun shows. Thread-safe. */
public interface Pages {
  /** Without any design. */
  Pages PLAIN = new PlainPages();

  /** A page with a form. */
  Reply form(HttpCall call, Form form);

  /**
   * What a page shows instead of what was asked for.
   *
   * @param status the HTTP status
   * @param message a sentence for people, which may quote what was sent
   * @param problem what is known of it in the words of the catalogue, or null
   */
  Reply fault(HttpCall call, int status, String message, @Nullable Problem problem);
}
