package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Reply;

/** Failures outside the envelope. */
final class Messages {

  private Messages() {}

  /** An HTTP status with {@code {"Message"}}. */
  static Reply reply(int status, String message) {
    return Reply.status(status).json(Fields.of("Message", message).tree());
  }
}
