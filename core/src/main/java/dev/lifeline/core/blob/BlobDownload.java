package dev.lifeline.core.blob;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.http.BulkTransport;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One download: ranges side by side into a partial file, which gets its name when it is whole. */
final class BlobDownload {
  /** What an earlier run has left is worth nothing after these, or stands in the way. */
  private static final Set<ProblemCode> LEAVE_NOTHING =
      EnumSet.of(ProblemCode.CONTENT_DAMAGED, ProblemCode.DISK_FULL);

  private final BulkTransport transport;
  private final Retries retries;
  private final BlobCalls calls;
  private final DownloadOrder order;
  private final BlobAddress address;
  private final int rangeBytes;
  private volatile boolean replaced;

  BlobDownload(BulkTransport transport, Retries retries, BlobCalls calls, DownloadOrder order) {
    this.transport = transport;
    this.retries = retries;
    this.calls = calls;
    this.order = order;
    this.address = new BlobAddress(order.source(), retries.time());
    this.rangeBytes = order.settings().rangeBytes();
  }

  Transferred fetch() {
    address.now(); // one that has expired leaves no file behind
    try (PartialFile partial = PartialFile.beside(order.target())) {
      return into(partial);
    }
  }

  /** As {@link #fetch()}, into a partial file that is open already. */
  Transferred into(PartialFile partial) {
    try {
      return fetchOrBeginAnew(partial);
    } catch (LifelineException e) {
      if (LEAVE_NOTHING.contains(e.code()) || partial.isEmpty()) {
        partial.discard();
      }
      throw e;
    }
  }

  private Transferred fetchOrBeginAnew(PartialFile partial) {
    try {
      return fetchOnce(partial);
    } catch (LifelineException e) {
      if (!replaced || e.code() != ProblemCode.CONTENT_DAMAGED || partial.isEmpty()) {
        throw e;
      }
    }
    retries.listener().on(new Event.Noted("the blob is another one now; fetching all of it again"));
    partial.clear();
    return fetchOnce(partial);
  }

  private Transferred fetchOnce(PartialFile partial) {
    String shown = address.now().toString();
    try (DownloadJournal journal = new DownloadJournal(partial.journal(), shown, rangeBytes)) {
      DownloadPlan.Left left = partial.isEmpty() ? null : journal.left();
      DownloadPlan plan = new DownloadPlan(rangeBytes, left);
      Arriving arriving = new Arriving(plan, journal, partial, left != null);
      if (left != null) {
        arriving.found(left.blob());
        arriving.moved(plan.bytesThere());
      }
      Pace pace = new Pace(order.settings().parallel(), retries.time());
      RangeFetcher fetcher =
          new RangeFetcher(calls, address, partial, new Tries(retries, pace, shown), arriving);
      Hashing hashing = new Hashing(plan, partial);
      new Crew(() -> transport.connection(), pace)
          .carry(
              plan,
              (range, connection) -> {
                fetcher.fetch(range, connection);
                arriving.on(range);
                return range.to() - range.from() + 1;
              },
              hashing);
      return hashing.verified(order.replace());
    } catch (IOException e) {
      throw partial.failed(e);
    }
  }

  /** Tells plan, journal and people what arrives. */
  private final class Arriving implements RangeFetcher.Progress {
    private final DownloadPlan plan;
    private final DownloadJournal journal;
    private final PartialFile partial;
    private final boolean goesOn;
    private final String name = Objects.requireNonNull(order.target().getFileName()).toString();
    private volatile @Nullable Tally tally;

    Arriving(DownloadPlan plan, DownloadJournal journal, PartialFile partial, boolean goesOn) {
      this.plan = plan;
      this.journal = journal;
      this.partial = partial;
      this.goesOn = goesOn;
    }

    @Override
    public synchronized void found(DownloadPlan.Blob blob) {
      if (tally != null) {
        return;
      }
      tally = new Tally(name, blob.totalBytes(), retries.listener());
      try {
        journal.begin(blob, goesOn);
      } catch (IOException e) {
        throw partial.failed(e);
      }
      plan.known(blob);
    }

    @Override
    public void replaced() {
      replaced = true;
    }

    @Override
    public void moved(long bytes) {
      Objects.requireNonNull(tally).add(bytes);
    }

    @Override
    public DownloadPlan.@Nullable Blob blob() {
      return plan.blob();
    }

    @Override
    public void reached(DownloadPlan.Range range, long position) {
      try {
        journal.note(range, position);
      } catch (IOException e) {
        throw partial.failed(e);
      }
    }

    void on(DownloadPlan.Range range) {
      try {
        journal.note(range);
      } catch (IOException e) {
        throw partial.failed(e);
      }
      plan.arrived(range);
    }
  }

  /** Hashes the file from front to back, behind the ranges as they arrive. */
  private static final class Hashing implements Crew.Companion {
    private final DownloadPlan plan;
    private final PartialFile partial;
    private final MessageDigest sha256 = Hashes.sha256();
    private final MessageDigest md5 = Hashes.md5();
    private final ByteBuffer buffer = FileReading.buffer();

    Hashing(DownloadPlan plan, PartialFile partial) {
      this.plan = plan;
      this.partial = partial;
    }

    @Override
    public void run() throws InterruptedException {
      DownloadPlan.Range range;
      for (int i = 0; (range = plan.await(i)) != null; i++) {
        hash(range, blob().md5() != null);
      }
    }

    private void hash(DownloadPlan.Range range, boolean both) {
      long position = range.from();
      while (position <= range.to()) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), range.to() + 1 - position));
        position += partial.read(position, buffer);
        sha256.update(buffer.flip());
        if (both) {
          md5.update(buffer.rewind());
        }
      }
    }

    private DownloadPlan.Blob blob() {
      return Objects.requireNonNull(plan.blob());
    }

    /** Once everything has arrived. */
    Transferred verified(boolean replace) {
      DownloadPlan.Blob blob = blob();
      String actual = Base64.getEncoder().encodeToString(md5.digest());
      if (blob.md5() != null && !blob.md5().equals(actual)) {
        throw partial.damaged("its checksum (MD5) is not the one stored with it").raise();
      }
      partial.complete(blob.totalBytes(), replace);
      return new Transferred(blob.totalBytes(), HexFormat.of().formatHex(sha256.digest()));
    }
  }
}
