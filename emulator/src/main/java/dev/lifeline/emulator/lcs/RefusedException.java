package dev.lifeline.emulator.lcs;

/**
 * That LCS refuses a request with an HTTP status and {@code {"Message"}}. Ends as the answer to it.
 */
final class RefusedException extends Exception {

  private final int status;

  RefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
