package dev.lifeline.core.blob;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Backoff;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One download: it goes on where it was cut off, as long as the blob stays the same. */
final class BlobDownload {
  private static final int BUFFER_BYTES = 128 * 1024;
  private static final int MOST_WORDS_BYTES = 8 * 1024;

  private final BlobCalls calls;
  private final Retries retries;
  private final PartialFile partial;
  private final String name;
  private final MessageDigest sha256 = Hashes.sha256();
  private final MessageDigest md5 = Hashes.md5();
  private long arrived;
  private long total = -1;
  private @Nullable String etag;
  private @Nullable String expectedMd5;

  BlobDownload(BlobCalls calls, Retries retries, PartialFile partial, String name) {
    this.calls = calls;
    this.retries = retries;
    this.partial = partial;
    this.name = name;
  }

  Transferred fetch() {
    calls.requireUnexpired();
    Backoff backoff = retries.begin();
    while (arrived != total) {
      long before = arrived;
      Optional<Setback> setback = attempt();
      if (arrived > before) {
        backoff.progress();
      }
      if (setback.isPresent() && !setback.get().isOvercome(calls.shownAddress(), backoff)) {
        throw setback.get().failure();
      }
    }
    verify();
    return new Transferred(arrived, HexFormat.of().formatHex(sha256.digest()));
  }

  /** A failure that may pass, and how long the blob store asks to wait. */
  private record Setback(LifelineException failure, @Nullable Duration asked) {
    boolean isOvercome(String address, Backoff backoff) {
      return backoff.pause(address, failure.problem().message(), asked);
    }
  }

  /** One request; a failure that may pass is returned, any other is thrown. */
  private Optional<Setback> attempt() {
    try {
      return calls.get(arrived, etag, this::read);
    } catch (LifelineException e) {
      if (e.code() == ProblemCode.ANSWER_LOST || e.code() == ProblemCode.UNREACHABLE) {
        return Optional.of(new Setback(e, null));
      }
      throw e;
    }
  }

  private Optional<Setback> read(Answer head, InputStream body) throws IOException {
    if (head.status() != 200 && head.status() != 206) {
      return Optional.of(passing(head, body));
    }
    begin(head);
    byte[] buffer = new byte[BUFFER_BYTES];
    int length;
    while ((length = body.read(buffer)) >= 0) {
      if (arrived + length > total) {
        throw damaged("more bytes came than were announced").raise();
      }
      partial.write(buffer, length);
      sha256.update(buffer, 0, length);
      md5.update(buffer, 0, length);
      arrived += length;
      retries.listener().on(new Event.Moved(name, arrived, total));
    }
    if (arrived < total) {
      throw new IOException("the body ended early");
    }
    return Optional.empty();
  }

  private void begin(Answer head) {
    boolean continues =
        arrived == 0
            || head.header("content-range").orElse("").startsWith("bytes " + arrived + "-");
    if (!continues) {
      throw damaged("the blob store sent something else than the rest of the file").raise();
    }
    long length =
        head.header("content-length")
            .map(Long::parseLong)
            .orElseThrow(() -> damaged("the blob store did not say how long it is").raise());
    if (total >= 0 && arrived + length != total) {
      throw damaged("its length changed on the way").raise();
    }
    total = arrived + length;
    if (etag == null) {
      etag = head.header("etag").orElse(null);
      expectedMd5 = head.header("content-md5").orElse(null);
    }
  }

  private Setback passing(Answer head, InputStream body) throws IOException {
    if (head.status() == 412) {
      throw damaged("it was replaced in the blob store meanwhile").raise();
    }
    String words = new String(body.readNBytes(MOST_WORDS_BYTES), StandardCharsets.UTF_8);
    Answer answer = new Answer(head.status(), head.headers(), words);
    LifelineException refusal = calls.refused(answer, "send the file").raise();
    if (!answer.isPassing()) {
      throw refusal;
    }
    return new Setback(refusal, answer.retryAfter(retries.time().instant()).orElse(null));
  }

  private void verify() {
    String actual = Base64.getEncoder().encodeToString(md5.digest());
    if (expectedMd5 != null && !expectedMd5.equals(actual)) {
      throw damaged("its checksum (MD5) is not the one stored with it").raise();
    }
  }

  private Problem damaged(String how) {
    return Problem.of(
            ProblemCode.CONTENT_DAMAGED, "the file '" + name + "' did not arrive as it is: " + how)
        .why("Something changed it in the store or on the way. Nothing was kept.")
        .fix("download it again; if it stays so, upload the asset anew");
  }
}
