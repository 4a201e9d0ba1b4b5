package dev.lifeline.core.blob;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which ranges of a blob have arrived, in a file beside the partial one, a line for each. A range
 * or a part of it is noted after it was written. Holds no secret. Thread-safe.
 */
final class DownloadJournal implements AutoCloseable {
  private static final String FORMAT = "lifeline download 1";

  // the sign at the end tells a whole line from one that was cut off
  private static final String ARRIVED = "[0-9]{1,6};";
  private static final String REACHED = "[0-9]{1,6} [0-9]{1,18};";

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

  /** What an earlier run left of the same blob, cut the same way; null for nothing. */
  DownloadPlan.@Nullable Left left() throws IOException {
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
    Map<Integer, Long> reached = new HashMap<>();
    for (String line : known.subList(3, known.size())) {
      if (line.matches(ARRIVED)) {
        arrived.set(Integer.parseInt(line.substring(0, line.length() - 1)));
      } else if (line.matches(REACHED)) {
        int at = line.indexOf(' ');
        reached.put(
            Integer.valueOf(line.substring(0, at)),
            Long.valueOf(line.substring(at + 1, line.length() - 1)));
      }
    }
    return new DownloadPlan.Left(
        new DownloadPlan.Blob(
            Long.parseLong(blob[0]), blob[2], blob[1].equals("-") ? null : blob[1]),
        arrived,
        reached);
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
  void note(DownloadPlan.Range range) throws IOException {
    append(range.index() + ";\n");
  }

  /**
   * Remembers the beginning of a range that is on the disk.
   *
   * @param position the place in the blob behind it
   */
  void note(DownloadPlan.Range range, long position) throws IOException {
    append(range.index() + " " + position + ";\n");
  }

  private synchronized void append(String line) throws IOException {
    if (lines != null) {
      lines.write(line.getBytes(StandardCharsets.UTF_8));
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
