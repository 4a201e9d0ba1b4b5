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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One download: ranges side by side into a partial file, which gets its name when it is whole. */
final class BlobDownload {
  /** What an earlier run has left is worth nothing after these, or stands in the way. */
  private static final Set<ProblemCode> LEAVE_NOTHING =
      EnumSet.of(ProblemCode.CONTENT_DAMAGED, ProblemCode.DISK_FULL);

  private static final int SETTLED_RANGES = 16;

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

  Received fetch() {
    address.now(); // one that has expired leaves no file behind
    try (PartialFile partial = PartialFile.beside(order.target())) {
      return into(partial);
    }
  }

  /** As {@link #fetch()}, into a partial file that is open already. */
  Received into(PartialFile partial) {
    try {
      return fetchOrBeginAnew(partial);
    } catch (LifelineException e) {
      if (LEAVE_NOTHING.contains(e.code()) || partial.isEmpty()) {
        partial.discard();
      }
      throw e;
    }
  }

  private Received fetchOrBeginAnew(PartialFile partial) {
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

  private Received fetchOnce(PartialFile partial) {
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
      Hashing sha256 = new Hashing(plan, partial, Hashes.sha256(), blob -> true);
      Hashing md5 = new Hashing(plan, partial, Hashes.md5(), blob -> blob.md5() != null);
      new Crew(() -> transport.connection(), pace)
          .carry(
              plan,
              (range, connection, carrier) -> {
                fetcher.fetch(range, connection, carrier);
                arriving.on(range);
                return range.to() - range.from() + 1;
              },
              sha256,
              md5,
              () -> settle(plan, partial));
      return verified(Objects.requireNonNull(plan.blob()), partial, sha256, md5);
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

  /** The disk takes what has arrived while the rest is under way: the end waits for little. */
  private static void settle(DownloadPlan plan, PartialFile partial) throws InterruptedException {
    for (int i = SETTLED_RANGES; plan.await(i) != null; i += SETTLED_RANGES) {
      partial.settle();
    }
  }

  private Received verified(
      DownloadPlan.Blob blob, PartialFile partial, Hashing sha256, Hashing md5) {
    if (blob.md5() != null && !blob.md5().equals(Base64.getEncoder().encodeToString(md5.value()))) {
      throw partial.damaged("its checksum (MD5) is not the one stored with it").raise();
    }
    partial.complete(blob.totalBytes(), order.replace());
    return new Received(blob.totalBytes(), HexFormat.of().formatHex(sha256.value()));
  }

  /**
   * Hashes the file from front to back, behind the ranges as they arrive. Each hash has a thread of
   * its own, since MD5 alone is as slow as a fast line.
   */
  private static final class Hashing implements Crew.Companion {
    private final DownloadPlan plan;
    private final PartialFile partial;
    private final MessageDigest digest;
    private final Predicate<DownloadPlan.Blob> wanted;
    private final ByteBuffer buffer = FileReading.buffer();

    Hashing(
        DownloadPlan plan,
        PartialFile partial,
        MessageDigest digest,
        Predicate<DownloadPlan.Blob> wanted) {
      this.plan = plan;
      this.partial = partial;
      this.digest = digest;
      this.wanted = wanted;
    }

    @Override
    public void run() throws InterruptedException {
      DownloadPlan.Range range;
      for (int i = 0; (range = plan.await(i)) != null; i++) {
        if (!wanted.test(Objects.requireNonNull(plan.blob()))) {
          return;
        }
        hash(range);
      }
    }

    private void hash(DownloadPlan.Range range) {
      long position = range.from();
      while (position <= range.to()) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), range.to() + 1 - position));
        position += partial.read(position, buffer);
        digest.update(buffer.flip());
      }
    }

    /** Once everything has arrived. */
    byte[] value() {
      return digest.digest();
    }
  }
}
