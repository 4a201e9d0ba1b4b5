package dev.lifeline.core.blob;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.BulkConnection;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fetches single ranges into the partial file. Thread-safe. */
final class RangeFetcher {
  private static final int MOST_WORDS_BYTES = 8 * 1024;

  /** What a crash may cost for each connection. */
  private static final int NOTED_BYTES = 256 * 1024;

  /** Enough to tell how fast a connection is. */
  private static final int MEASURED_BYTES = 2 * 1024 * 1024;

  private static final Pattern PART =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOTHING = Pattern.compile("bytes \\*/0", Pattern.CASE_INSENSITIVE);

  private final BlobCalls calls;
  private final BlobAddress address;
  private final PartialFile partial;
  private final Tries tries;
  private final Progress progress;
  private final PieceBuffers buffers = new PieceBuffers();

  RangeFetcher(
      BlobCalls calls, BlobAddress address, PartialFile partial, Tries tries, Progress progress) {
    this.calls = calls;
    this.address = address;
    this.partial = partial;
    this.tries = tries;
    this.progress = progress;
  }

  /** Who hears of what arrives. */
  interface Progress {
    /** What the store says of the blob; called with each answer. */
    void found(DownloadPlan.Blob blob);

    /** The blob is another one than the one whose ranges were fetched before. */
    void replaced();

    /** Bytes have arrived. */
    void moved(long bytes);

    /** All of a range before that place in the blob is on the disk; not called with each byte. */
    void reached(DownloadPlan.Range range, long position);

    /** What is known of the blob so far, or null. */
    DownloadPlan.@Nullable Blob blob();
  }

  /** Returns when the range is on the disk, as far as the blob reaches. */
  void fetch(DownloadPlan.Range range, BulkConnection connection, Pace.Carrier carrier) {
    ByteBuffer buffer = buffers.take();
    try {
      Fetching fetching = new Fetching(range, buffer, carrier);
      tries.until(() -> fetching.once(connection));
    } finally {
      buffers.giveBack(buffer);
    }
  }

  /** One range, which goes on where it was cut off. */
  private final class Fetching {
    private final DownloadPlan.Range range;
    private final ByteBuffer buffer;
    private final Pace.Carrier carrier;
    private long position;
    private long noted;
    private long last;

    Fetching(DownloadPlan.Range range, ByteBuffer buffer, Pace.Carrier carrier) {
      this.carrier = carrier;
      this.range = range;
      this.buffer = buffer;
      this.position = range.from();
      this.noted = range.from();
      this.last = range.to();
    }

    Optional<Tries.Setback> once(BulkConnection connection) {
      long before = position;
      SasUrl url = address.now();
      DownloadPlan.Blob blob = progress.blob();
      String etag = blob == null ? null : blob.etag();
      try {
        return connection.receive(
            calls.get(url, position, last, etag), (head, body) -> read(head, body, url));
      } catch (LifelineException e) {
        if (position > before && e.code() == ProblemCode.ANSWER_LOST) {
          return Optional.of(new Tries.Setback(e, null, true));
        }
        throw e;
      }
    }

    private Optional<Tries.Setback> read(Answer head, InputStream body, SasUrl url)
        throws IOException {
      if (head.status() == 206) {
        begin(head);
        copy(body);
        return Optional.empty();
      }
      if (head.status() == 416 && NOTHING.matcher(range(head)).matches()) {
        progress.found(blob(head, 0));
        return Optional.empty();
      }
      if (head.status() == 412) {
        progress.replaced();
        throw damaged("it was replaced in the blob store meanwhile").raise();
      }
      if (head.isSuccess()) {
        throw damaged("the blob store sent something else than was asked for").raise();
      }
      String words = new String(body.readNBytes(MOST_WORDS_BYTES), StandardCharsets.UTF_8);
      Answer answer = new Answer(head.status(), head.headers(), words);
      var refusal = address.refusal(answer, url, "send the file");
      return address.isOutdated(answer, url) && address.isRenewed(url)
          ? Optional.of(new Tries.Setback(refusal, null, true))
          : Optional.of(tries.setback(answer, refusal, false));
    }

    private void begin(Answer head) {
      Matcher part = PART.matcher(range(head));
      if (!part.matches() || Long.parseLong(part.group(1)) != position) {
        throw damaged("the blob store sent something else than was asked for").raise();
      }
      long total = Long.parseLong(part.group(3));
      DownloadPlan.Blob known = progress.blob();
      if (known != null && known.totalBytes() != total) {
        throw damaged("its length changed on the way").raise();
      }
      last = Math.min(last, total - 1);
      if (Long.parseLong(part.group(2)) != last) {
        throw damaged("the blob store sent less than was asked for").raise();
      }
      progress.found(blob(head, total));
    }

    private void copy(InputStream body) throws IOException {
      long begun = position;
      carrier.begins();
      ReadableByteChannel bytes =
          body instanceof ReadableByteChannel direct ? direct : Channels.newChannel(body);
      int count;
      while (position <= last && (count = bytes.read(buffer.clear())) >= 0) {
        if (position + count > last + 1) {
          throw damaged("more bytes came than were announced").raise();
        }
        partial.write(position, buffer.flip());
        position += count;
        progress.moved(count);
        if (position - begun >= MEASURED_BYTES) {
          carrier.carried(position - begun);
        }
        if (position - noted >= NOTED_BYTES) {
          progress.reached(range, position);
          noted = position;
        }
      }
      if (position <= last) {
        throw new IOException("the body ended early");
      }
    }
  }

  private static String range(Answer head) {
    return head.header("content-range").orElse("");
  }

  private static DownloadPlan.Blob blob(Answer head, long total) {
    return new DownloadPlan.Blob(
        total, head.header("etag").orElse(""), head.header("x-ms-blob-content-md5").orElse(null));
  }

  private Problem damaged(String how) {
    return partial.damaged(how);
  }
}
