package dev.lifeline.core.blob;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived of an upload, in a file, a line for each block, so that a later run goes on
 * where this one was cut off. A block counts as arrived only as long as the same bytes stand in the
 * file. Holds no secret. Thread-safe.
 */
final class UploadJournal implements AutoCloseable {
  private static final String FORMAT = "lifeline upload 1";

  private final @Nullable Path path;
  private final @Nullable OutputStream lines;
  private final String uploadId;
  private final Map<Integer, Long> arrived;

  private UploadJournal(
      @Nullable Path path,
      @Nullable OutputStream lines,
      String uploadId,
      Map<Integer, Long> arrived) {
    this.path = path;
    this.lines = lines;
    this.uploadId = uploadId;
    this.arrived = arrived;
  }

  /** One that remembers nothing. */
  static UploadJournal none(String uploadId) {
    return new UploadJournal(null, null, uploadId, Map.of());
  }

  /**
   * The journal of that upload, begun anew unless it is of the same file and blob, cut the same
   * way.
   *
   * @param what file, cut and blob; only its hash is kept
   * @param newUploadId for the names of the blocks, unless they have theirs already
   */
  static UploadJournal open(Path path, String what, String newUploadId) {
    String mark = Hashes.sha256(what);
    try {
      List<String> lines = known(path);
      boolean fits = lines.size() >= 3 && lines.get(0).equals(FORMAT) && lines.get(1).equals(mark);
      String uploadId = fits ? lines.get(2) : newUploadId;
      Map<Integer, Long> arrived = fits ? arrived(lines.subList(3, lines.size())) : new HashMap<>();
      if (!fits) {
        Files.writeString(path, FORMAT + "\n" + mark + "\n" + uploadId + "\n");
      }
      OutputStream appending = new FileOutputStream(path.toFile(), true); // heeds no interruption
      appending.write('\n'); // after a line that was cut off
      return new UploadJournal(path, appending, uploadId, arrived);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  String uploadId() {
    return uploadId;
  }

  /** How many blocks an earlier run had sent. */
  int size() {
    return arrived.size();
  }

  boolean hasArrived(UploadBlock block) {
    return Long.valueOf(block.crc64()).equals(arrived.get(block.index()));
  }

  /** Remembers a block that the store has taken. */
  synchronized void note(UploadBlock block) {
    if (lines == null || path == null) {
      return;
    }
    try {
      String line = block.index() + " " + Long.toHexString(block.crc64()) + "\n";
      lines.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** Forgets everything: the upload is done, or what had arrived is gone. */
  void forget() {
    close();
    if (path != null) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw unwritable(path, e);
      }
    }
  }

  @Override
  public void close() {
    if (lines != null && path != null) {
      try {
        lines.close();
      } catch (IOException e) {
        throw unwritable(path, e);
      }
    }
  }

  private static List<String> known(Path path) throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    return text.lines().toList();
  }

  /** A line that was cut off by a crash says nothing. */
  private static Map<Integer, Long> arrived(List<String> lines) {
    Map<Integer, Long> arrived = new HashMap<>();
    for (String line : lines) {
      if (line.matches("[0-9]{1,5} [0-9a-f]{1,16}")) {
        int blank = line.indexOf(' ');
        arrived.put(
            Integer.valueOf(line.substring(0, blank)),
            Long.parseUnsignedLong(line.substring(blank + 1), 16));
      }
    }
    return arrived;
  }

  private static LifelineException unwritable(Path path, IOException cause) {
    return Problem.of(
            ProblemCode.STORE_DAMAGED, "the file '" + path + "' cannot be read or written")
        .why(
            "It remembers what has arrived of an upload. The system says: "
                + cause.getClass().getSimpleName()
                + ".")
        .fix("check the permissions of its folder, and whether the disk is full")
        .raise(cause);
  }
}
