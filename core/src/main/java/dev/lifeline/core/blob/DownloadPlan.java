package dev.lifeline.core.blob;

import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of one blob, and which of them have arrived. How many there are is known with the head
 * of the first answer; until then only the first range is handed out. Thread-safe.
 */
final class DownloadPlan implements Crew.Pieces<DownloadPlan.Range> {
  private final int rangeBytes;
  private final BitSet arrived;
  private final Map<Integer, Long> reached;
  private @Nullable Blob blob;
  private int next;

  /**
   * @param left what an earlier run left, or null
   */
  DownloadPlan(int rangeBytes, @Nullable Left left) {
    this.rangeBytes = rangeBytes;
    this.blob = left == null ? null : left.blob();
    this.arrived = left == null ? new BitSet() : left.arrived();
    this.reached = left == null ? Map.of() : left.reached();
  }

  /**
   * What the store says of the blob.
   *
   * @param totalBytes its length
   * @param etag its version
   * @param md5 of the whole, in base64, or null
   */
  record Blob(long totalBytes, String etag, @Nullable String md5) {}

  /**
   * What an earlier run left on the disk.
   *
   * @param blob as the store described it then
   * @param arrived the ranges that are there
   * @param reached of ranges that are there in part, the place in the blob behind that part
   */
  record Left(Blob blob, BitSet arrived, Map<Integer, Long> reached) {}

  /**
   * A stretch of the blob.
   *
   * @param index its place among them, from 0
   * @param from its first byte
   * @param to its last byte
   */
  record Range(int index, long from, long to) {}

  @Override
  public synchronized @Nullable Range next() throws InterruptedException {
    boolean first = blob == null && next == 0;
    if (!first) {
      while (blob == null) {
        wait();
      }
      next = arrived.nextClearBit(next);
      if (next >= count()) {
        return null;
      }
    }
    return rest(range(next++));
  }

  /** What is on the disk already. */
  synchronized long bytesThere() {
    long bytes = 0;
    for (int index = 0; blob != null && index < count(); index++) {
      Range whole = range(index);
      bytes += (arrived.get(index) ? whole.to() + 1 : rest(whole).from()) - whole.from();
    }
    return bytes;
  }

  /** What the first answer says; the ranges after the first can be handed out. */
  synchronized void known(Blob found) {
    if (blob == null) {
      blob = found;
      notifyAll();
    }
  }

  /** What is known of the blob; null before the first answer. */
  synchronized @Nullable Blob blob() {
    return blob;
  }

  /** A range is on the disk. */
  synchronized void arrived(Range range) {
    arrived.set(range.index());
    notifyAll();
  }

  /** The range of that place as soon as it has arrived; null behind the last one. */
  synchronized @Nullable Range await(int index) throws InterruptedException {
    while (blob == null || (index < count() && !arrived.get(index))) {
      wait();
    }
    return index < count() ? range(index) : null;
  }

  /** The part of a range that is not there; its last byte is always fetched. */
  private Range rest(Range whole) {
    long from = reached.getOrDefault(whole.index(), whole.from());
    return from > whole.from() && from <= whole.to()
        ? new Range(whole.index(), from, whole.to())
        : whole;
  }

  private int count() {
    return blob == null ? 1 : (int) ((blob.totalBytes() + rangeBytes - 1) / rangeBytes);
  }

  private Range range(int index) {
    long from = (long) index * rangeBytes;
    long end = from + rangeBytes;
    return new Range(index, from, (blob == null ? end : Math.min(end, blob.totalBytes())) - 1);
  }
}
