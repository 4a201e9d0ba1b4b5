package dev.lifeline.benchmarks.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The bytes of a zip around its one module.
 *
 * @param before the parts that every package has, and the head of the module
 * @param after the directory
 */
record PackageFrame(ByteBuffer before, ByteBuffer after) {
  private static final List<String> PARTS =
      List.of("HotfixInstallationInfo.xml", "AXUpdateInstaller.exe", "DefaultTopologyData.xml");
  private static final LocalDateTime BUILT = LocalDateTime.of(2026, 11, 2, 3, 4);

  static PackageFrame around(long module) throws IOException {
    Collected collected = new Collected();
    try (ZipOutputStream zip = new ZipOutputStream(collected, StandardCharsets.UTF_8)) {
      for (String part : PARTS) {
        byte[] content = part.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        begin(zip, part, content.length, crc);
        zip.write(content);
        zip.closeEntry();
      }
      CRC32 crc = new CRC32();
      for (long at = 0; at < module; ) {
        ByteBuffer stretch = Blob.ofModule(at, module - at);
        at += stretch.remaining();
        crc.update(stretch);
      }
      begin(zip, "AOSService/Packages/dynamicsax-contoso.1.0.0.nupkg", module, crc);
      collected.leaveOut(zip, module);
      zip.closeEntry();
    }
    return new PackageFrame(direct(collected.before), direct(collected.after));
  }

  int size() {
    return before.capacity() + after.capacity();
  }

  private static void begin(ZipOutputStream zip, String name, long size, CRC32 crc)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(BUILT);
    zip.putNextEntry(entry);
  }

  private static ByteBuffer direct(ByteArrayOutputStream bytes) {
    return ByteBuffer.allocateDirect(bytes.size()).put(bytes.toByteArray()).flip();
  }

  /** What is written, without the module. */
  private static final class Collected extends OutputStream {
    private final ByteArrayOutputStream before = new ByteArrayOutputStream();
    private final ByteArrayOutputStream after = new ByteArrayOutputStream();
    private ByteArrayOutputStream now = before;
    private boolean leavesOut;

    @Override
    public void write(int one) {
      now.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (!leavesOut) {
        now.write(bytes, offset, length);
      }
    }

    void leaveOut(ZipOutputStream zip, long module) throws IOException {
      leavesOut = true;
      byte[] bytes = new byte[Blob.MEBIBYTE];
      for (long at = 0; at < module; ) {
        ByteBuffer stretch = Blob.ofModule(at, Math.min(bytes.length, module - at));
        int count = stretch.remaining();
        stretch.get(bytes, 0, count);
        zip.write(bytes, 0, count);
        at += count;
      }
      leavesOut = false;
      now = after;
    }
  }
}
