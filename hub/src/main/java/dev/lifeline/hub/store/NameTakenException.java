package dev.lifeline.hub.store;

/** A name, or whatever else may be there once only, is there already; nothing was changed. */
public final class NameTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NameTakenException(Throwable cause) {
    super("there is one already", cause);
  }
}
