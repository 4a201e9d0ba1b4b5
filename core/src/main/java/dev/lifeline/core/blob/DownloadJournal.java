package dev.lifeline.core.blob;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which ranges of a blob have arrived, in a file beside the partial one, a line for each. A range
 * is noted after it was written. Holds no secret. Thread-safe.
 */
final class DownloadJournal implements AutoCloseable {
  private static final String FORMAT = "lifeline download 1";

  private final Path path;
  private final String address;
  private final int rangeBytes;
  private @Nullable OutputStream lines;

  /**
   * @param path need not exist
   * @param address the blob's, secrets masked
   * @param rangeBytes how the blob is cut
   */
  DownloadJournal(Path path, String address, int rangeBytes) {
    this.path = path;
    this.address = address;
    this.rangeBytes = rangeBytes;
  }

  /**
   * What an earlier run left.
   *
   * @param blob as the store described it then
   * @param arrived its ranges that are on the disk
   */
  record Left(DownloadPlan.Blob blob, BitSet arrived) {}

  /** What an earlier run left of the same blob, cut the same way; null for nothing. */
  @Nullable Left left() throws IOException {
    if (!Files.exists(path)) {
      return null;
    }
    List<String> known =
        new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
    boolean fits =
        known.size() > 3
            && known.get(0).equals(FORMAT)
            && known.get(1).equals(cut())
            && known.get(2).matches("[0-9]{1,18} \\S+ .+");
    if (!fits) {
      return null;
    }
    String[] blob = known.get(2).split(" ", 3);
    BitSet arrived = new BitSet();
    known.subList(3, known.size()).stream()
        .filter(line -> line.matches("[0-9]{1,6};"))
        .forEach(line -> arrived.set(Integer.parseInt(line.substring(0, line.length() - 1))));
    return new Left(
        new DownloadPlan.Blob(
            Long.parseLong(blob[0]), blob[2], blob[1].equals("-") ? null : blob[1]),
        arrived);
  }

  /** Begins anew with that blob, or goes on when it is known. */
  synchronized void begin(DownloadPlan.Blob blob, boolean goesOn) throws IOException {
    if (lines != null) {
      return;
    }
    String md5 = blob.md5() == null ? "-" : blob.md5();
    OutputStream out = new FileOutputStream(path.toFile(), goesOn); // heeds no interruption
    String head =
        String.join("\n", FORMAT, cut(), blob.totalBytes() + " " + md5 + " " + blob.etag());
    out.write((goesOn ? "\n" : head + "\n").getBytes(StandardCharsets.UTF_8));
    lines = out;
  }

  /** Remembers a range that is on the disk. */
  synchronized void note(DownloadPlan.Range range) throws IOException {
    if (lines != null) {
      lines.write((range.index() + ";\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (lines != null) {
      lines.close();
      lines = null;
    }
  }

  private String cut() {
    return rangeBytes + " " + address;
  }
}
