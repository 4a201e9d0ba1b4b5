package dev.lifeline.core.blob;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the refusals of the blob service mean (Blob transfer: errors). */
final class BlobRefusals {
  private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9]{1,60})</Code>");

  /** The detail of a 403 for a SAS that is not valid now. */
  private static final Pattern OUTSIDE_ITS_TIME =
      Pattern.compile("Signature not valid in the specified time frame");

  private static final Set<String> DAMAGE = Set.of("Md5Mismatch", "Crc64Mismatch");

  private BlobRefusals() {}

  /** Whether a block is not what its checksum says. */
  static boolean isDamage(Answer answer) {
    return errorCode(answer).filter(DAMAGE::contains).isPresent();
  }

  /** Whether the store does not know what it was to check the block by. */
  static boolean isUnknownCheck(Answer answer) {
    return errorCode(answer).equals(Optional.of("FeatureNotSupported"));
  }

  /** Whether the store no longer has blocks that the list names. */
  static boolean isMissingBlock(Answer answer) {
    return errorCode(answer).equals(Optional.of("InvalidBlockList"));
  }

  /** Whether the store says that the address is outside its time. */
  static boolean isOutsideItsTime(Answer answer) {
    return answer.status() == 403 && OUTSIDE_ITS_TIME.matcher(answer.text()).find();
  }

  /**
   * The problem that an answer is.
   *
   * @param does what was asked for, such as {@code take a block of the file}
   */
  static Problem of(Answer answer, String does) {
    Problem problem =
        isDamage(answer)
            ? damaged()
            : answer.isPassing() ? busy(answer, does) : refused(answer, does);
    return problem.detail("requestId", answer.header("x-ms-request-id").orElse(null));
  }

  private static Problem damaged() {
    return Problem.of(ProblemCode.CONTENT_DAMAGED, "a block of the file arrived damaged, twice")
        .why("Something on the way, such as a proxy, or this machine's memory changes bytes.")
        .fix("try again, if possible without the proxy");
  }

  private static Problem busy(Answer answer, String does) {
    return Problem.of(
            answer.status() == 429 ? ProblemCode.THROTTLED : ProblemCode.SERVICE_UNAVAILABLE,
            "the blob store could not " + does + ": " + described(answer))
        .why("It was busy for longer than Lifeline was willing to try.")
        .fix("try again in some minutes");
  }

  private static Problem refused(Answer answer, String does) {
    return Problem.of(
            ProblemCode.BLOB_REFUSED,
            "the blob store refused to " + does + ": " + described(answer))
        .why("The address that LCS gave does not allow it, or a proxy changed the request.")
        .fix("try again: Lifeline then asks LCS for a new address");
  }

  private static String described(Answer answer) {
    return answer + errorCode(answer).map(word -> " " + word).orElse("");
  }

  private static Optional<String> errorCode(Answer answer) {
    Optional<String> code = answer.header("x-ms-error-code");
    if (code.isPresent()) {
      return code;
    }
    Matcher matcher = CODE.matcher(answer.text());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
