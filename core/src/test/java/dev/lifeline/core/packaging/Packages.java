package dev.lifeline.core.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips that are made part by part. */
final class Packages {
  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** A software deployable package as a build makes it, small. */
  static Packages deployable() {
    return new Packages()
        .with("AXUpdateInstaller.exe", "MZ")
        .with("DefaultTopologyData.xml", "<TopologyData/>")
        .with("HotfixInstallationInfo.xml", "<HotfixInstallationInfo/>")
        .with("AOSService/Packages/dynamicsax-contoso.1.0.0.nupkg", "PK");
  }

  Packages with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Packages with(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  Packages without(String name) {
    parts.remove(name);
    return this;
  }

  /** The same, with a folder around everything. */
  Packages in(String folder) {
    Packages moved = new Packages();
    parts.forEach((name, bytes) -> moved.with(folder + "/" + name, bytes));
    return moved;
  }

  byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
