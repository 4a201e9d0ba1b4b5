package dev.lifeline.core.blob;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of one blob, and which of them have arrived. How many there are is known with the head
 * of the first answer; until then only the first range is handed out. Thread-safe.
 */
final class DownloadPlan implements Crew.Pieces<DownloadPlan.Range> {
  private final int rangeBytes;
  private final BitSet arrived;
  private @Nullable Blob blob;
  private int next;

  /**
   * @param blob what is known from an earlier run, or null
   * @param arrived the ranges that an earlier run fetched
   */
  DownloadPlan(int rangeBytes, @Nullable Blob blob, BitSet arrived) {
    this.rangeBytes = rangeBytes;
    this.blob = blob;
    this.arrived = arrived;
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
    return range(next++);
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

  private int count() {
    return blob == null ? 1 : (int) ((blob.totalBytes() + rangeBytes - 1) / rangeBytes);
  }

  private Range range(int index) {
    long from = (long) index * rangeBytes;
    long end = from + rangeBytes;
    return new Range(index, from, (blob == null ? end : Math.min(end, blob.totalBytes())) - 1);
  }
}
