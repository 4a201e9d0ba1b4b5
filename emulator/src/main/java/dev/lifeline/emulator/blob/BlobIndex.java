package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.json.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file that says which bytes belong to which blob. */
record BlobIndex(Path file) {

  /** What the file tells, as the store uses it. */
  record Content(Map<String, Map<String, BlobEntry>> containers, long lastNumber) {}

  /** The file's own shape. */
  private record Index(long lastNumber, List<ContainerRow> containers) {}

  private record ContainerRow(String name, List<BlobRow> blobs) {}

  private record BlobRow(
      String name, @Nullable StoredBlob committed, List<Block> uncommitted, Instant lastPut) {}

  /** What the last run has left; nothing if there was none. */
  Content read() throws IOException {
    if (!Files.exists(file)) {
      return new Content(Map.of(), 0);
    }
    try {
      Index index = RecordJson.read(Files.readString(file), Index.class);
      Map<String, Map<String, BlobEntry>> containers = new TreeMap<>();
      index.containers().forEach(row -> containers.put(row.name(), entries(row)));
      return new Content(containers, index.lastNumber());
    } catch (IllegalArgumentException e) {
      throw new IOException("the list of blobs in '%s' is damaged".formatted(file), e);
    }
  }

  /** Replaces the file as a whole. */
  void write(Content content) throws IOException {
    List<ContainerRow> rows = new ArrayList<>();
    content
        .containers()
        .forEach((name, entries) -> rows.add(new ContainerRow(name, rows(entries))));
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(unfinished, RecordJson.write(new Index(content.lastNumber(), rows)));
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Map<String, BlobEntry> entries(ContainerRow container) {
    Map<String, BlobEntry> entries = new TreeMap<>();
    for (BlobRow row : container.blobs()) {
      var entry = new BlobEntry();
      entry.restore(row.committed(), row.uncommitted(), row.lastPut());
      entries.put(row.name(), entry);
    }
    return entries;
  }

  private static List<BlobRow> rows(Map<String, BlobEntry> entries) {
    List<BlobRow> rows = new ArrayList<>();
    entries.forEach(
        (name, entry) -> {
          if (!entry.isEmpty()) {
            rows.add(new BlobRow(name, entry.committed(), entry.uncommitted(), entry.lastPut()));
          }
        });
    return rows;
  }
}
