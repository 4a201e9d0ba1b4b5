package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.server.Reply;

/**
 * That LCS refuses a request. Ends as the answer to it: an HTTP status with {@code {"Message"}}, or
 * the envelope.
 */
final class RefusedException extends Exception {

  private static final int IN_ENVELOPE = 200;

  private final int status;

  RefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** A refusal of the environment and database APIs: HTTP 200 without success. */
  static RefusedException inEnvelope(String message) {
    return new RefusedException(IN_ENVELOPE, message);
  }

  /** The answer. */
  Reply reply() {
    String message = String.valueOf(getMessage());
    if (status == IN_ENVELOPE) {
      return Envelope.failure(message);
    }
    Reply reply = Messages.reply(status, message);
    return status == 401 ? reply.header("WWW-Authenticate", "Bearer") : reply;
  }
}
