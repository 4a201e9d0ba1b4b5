package dev.lifeline.cli.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes a zip with the layout of a software deployable package, a few MB in size. */
final class DemoPackage {
  private static final int ASSEMBLY_BYTES = 4 * 1024 * 1024;
  private static final LocalDateTime BUILT = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final String MODULE = "dynamicsax-contoso.7.0.7200.1";

  private final RandomGenerator random;

  DemoPackage(RandomGenerator random) {
    this.random = random;
  }

  void write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      entry(zip, "HotfixInstallationInfo.xml", installationInfo());
      entry(zip, "DefaultTopologyData.xml", topology());
      entry(zip, "AXUpdateInstaller.exe", "Lifeline's demonstration: nothing to install.\n");
      entry(zip, "AOSService/Packages/" + MODULE + ".nupkg", assembly());
      entry(zip, "AOSService/Scripts/readme.txt", "Lifeline's demonstration package.\n");
    }
  }

  private static String installationInfo() {
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <HotfixInstallationInfo xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <Name>Lifeline demonstration</Name>
          <Description>A package without effect</Description>
          <Type>ApplicationPackage</Type>
          <PlatformVersion>7.0.7200.1</PlatformVersion>
          <AllComponentList><ArrayOfString><string>%s</string></ArrayOfString></AllComponentList>
        </HotfixInstallationInfo>
        """
        .formatted(MODULE);
  }

  private static String topology() {
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <TopologyData><MachineName>localhost</MachineName><ServiceModelList/></TopologyData>
        """;
  }

  /** Bytes that do not compress, so that the package is as large on the wire as it says. */
  private byte[] assembly() {
    byte[] bytes = new byte[ASSEMBLY_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    entry(zip, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(BUILT);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
