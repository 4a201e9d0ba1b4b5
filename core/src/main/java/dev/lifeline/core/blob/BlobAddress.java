package dev.lifeline.core.blob;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address of one blob, replaced by another one when it expires. Thread-safe. */
final class BlobAddress {
  /** A store that takes every new address for expired has another clock. */
  private static final int MOST_RENEWALS = 24;

  private final SasSource source;
  private final Time time;
  private @Nullable SasUrl url;
  private int renewals;

  BlobAddress(SasSource source, Time time) {
    this.source = source;
    this.time = time;
  }

  /**
   * The address for a request now.
   *
   * @throws dev.lifeline.core.problem.LifelineException SAS_EXPIRED when it says itself that it has
   *     expired, and there is no other
   */
  synchronized SasUrl now() {
    SasUrl present = url == null ? source.current() : url;
    url = present;
    if (hasExpired(present)) {
      url =
          source
              .renewed(present)
              .filter(it -> !hasExpired(it))
              .orElseThrow(() -> expired(present).raise());
    }
    return url;
  }

  /** Whether there is another address now than the one that the store takes for expired. */
  synchronized boolean isRenewed(SasUrl refused) {
    if (!refused.equals(url)) {
      return true; // somebody else's block was first to notice
    }
    if (++renewals > MOST_RENEWALS) {
      return false;
    }
    Optional<SasUrl> other = source.renewed(refused);
    other.ifPresent(it -> url = it);
    return other.isPresent();
  }

  /** Whether the store refused a request because its address has expired. */
  boolean isOutdated(Answer answer, SasUrl used) {
    return answer.status() == 403 && (BlobRefusals.isOutsideItsTime(answer) || hasExpired(used));
  }

  /**
   * What the answer to a request with that address means.
   *
   * @param does what was asked for, such as {@code take a block of the file}
   */
  LifelineException refusal(Answer answer, SasUrl used, String does) {
    return (isOutdated(answer, used) ? expired(used) : BlobRefusals.of(answer, does)).raise();
  }

  private boolean hasExpired(SasUrl address) {
    return address.expiry().filter(end -> !time.instant().isBefore(end)).isPresent();
  }

  private static Problem expired(SasUrl address) {
    return Problem.of(ProblemCode.SAS_EXPIRED, "the address that LCS gave for the file has expired")
        .why(
            "Such an address is good for a limited time"
                + address.expiry().map(end -> ", until " + end + " here.").orElse("."))
        .fix("try again: Lifeline then asks LCS for a new address")
        .fix("if it happens at once, check this machine's clock");
  }
}
