package dev.lifeline.tasks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Software deployable packages without effect, as large as a test wants them. */
final class DeployablePackage {
  private static final List<String> PARTS =
      List.of("AXUpdateInstaller.exe", "DefaultTopologyData.xml", "HotfixInstallationInfo.xml");
  private static final LocalDateTime BUILT = LocalDateTime.of(2026, 1, 1, 0, 0);

  private DeployablePackage() {}

  /** A package of exactly that many bytes, at least 1000, which do not compress. */
  static byte[] of(int bytes) throws IOException {
    int frame = zip(new byte[0]).length;
    byte[] module = new byte[bytes - frame];
    new Random(bytes).nextBytes(module);
    return zip(module);
  }

  private static byte[] zip(byte[] module) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (String part : PARTS) {
        stored(zip, part, part.getBytes(StandardCharsets.UTF_8));
      }
      stored(zip, "AOSService/Packages/dynamicsax-contoso.1.0.0.nupkg", module);
    }
    return bytes.toByteArray();
  }

  private static void stored(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(BUILT);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
