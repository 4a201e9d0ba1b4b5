package dev.lifeline.extension.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of a zip by name. The same files always become the same bytes: names in order, one time
 * for all.
 */
final class Archive {
  /** Earlier ones cannot be written, and nobody reads this one. */
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  static Archive read(Path zip) throws IOException {
    var archive = new Archive();
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          archive.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return archive;
  }

  SortedMap<String, byte[]> files() {
    return files;
  }

  void put(String name, byte[] content) {
    files.put(name, content);
  }

  /** Compressed as well as zip can. */
  void writeCompressed(Path zip) throws IOException {
    write(zip, ZipEntry.DEFLATED);
  }

  /** Not compressed: what packs this zip then finds what its files have in common. */
  void writeStored(Path zip) throws IOException {
    write(zip, ZipEntry.STORED);
  }

  private void write(Path zip, int method) throws IOException {
    try (OutputStream file = Files.newOutputStream(zip);
        var out = new ZipOutputStream(file)) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      for (var each : files.entrySet()) {
        out.putNextEntry(entry(each.getKey(), each.getValue(), method));
        out.write(each.getValue());
        out.closeEntry();
      }
    }
  }

  private static ZipEntry entry(String name, byte[] content, int method) {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    entry.setMethod(method);
    if (method == ZipEntry.STORED) {
      var sum = new CRC32();
      sum.update(content);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
    }
    return entry;
  }
}
