package dev.lifeline.hub.web;

/** Where a fault happened, without its words, which may quote what was sent. For logs only. */
final class Trace extends Exception {
  private static final long serialVersionUID = 1L;

  Trace(Throwable fault) {
    super(fault.getClass().getName(), null, false, true);
    setStackTrace(fault.getStackTrace());
    Throwable cause = fault.getCause();
    if (cause != null && cause != fault) {
      initCause(new Trace(cause));
    }
  }
}
