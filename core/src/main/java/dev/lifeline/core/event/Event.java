package dev.lifeline.core.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What happens while Lifeline works. Texts may be foreign; none holds a secret. */
public sealed interface Event {
  /**
   * A request was answered.
   *
   * @param method the HTTP method
   * @param address where to, secrets masked
   * @param status the HTTP status
   * @param duration from the first byte sent to the answer's head
   * @param requestId the service's id of the request, or null
   */
  record Answered(
      String method, String address, int status, Duration duration, @Nullable String requestId)
      implements Event {}

  /**
   * A request failed and is tried again.
   *
   * @param address where to, secrets masked
   * @param reason what went wrong, in a few words
   * @param delay how long Lifeline waits first
   */
  record Retrying(String address, String reason, Duration delay) implements Event {}

  /**
   * Bytes of a file moved.
   *
   * @param file the file's name
   * @param doneBytes how many arrived
   * @param totalBytes how many there are
   */
  record Moved(String file, long doneBytes, long totalBytes) implements Event {}

  /**
   * Something that is waited for was looked at.
   *
   * @param what what is waited for
   * @param status LCS's own word
   * @param elapsed since it began, as far as that is known, else since the wait began
   * @param typical how long its like usually takes, or null when that is not known
   */
  record Looked(String what, String status, Duration elapsed, @Nullable Duration typical)
      implements Event {}

  /**
   * A step of a longer job begins, or something worth knowing came up.
   *
   * @param text one sentence, lower case, no final stop
   */
  record Noted(String text) implements Event {}
}
