package dev.lifeline.hub.web;

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
   */
  Reply fault(HttpCall call, int status, String message);
}
