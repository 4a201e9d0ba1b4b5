package dev.lifeline.hub.provider;

/** A sign-in with the provider that is not good. Its message is for the log; it quotes no token. */
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1L;

  ProviderException(String message) {
    super(message);
  }

  ProviderException(String message, Throwable cause) {
    super(message, cause);
  }
}
