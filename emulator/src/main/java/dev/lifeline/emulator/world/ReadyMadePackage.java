package dev.lifeline.emulator.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The assets that a new world holds, each with real zip bytes. */
public enum ReadyMadePackage {
  /** A validated software deployable package. */
  RELEASE(1_234_567, "Contoso release 1", "contoso-release-1.zip", 10),
  /** A software deployable package that failed its validation. */
  INVALID(1_234_567, "Contoso broken release", "contoso-invalid.zip", 10),
  /** A model. */
  MODEL(1_234_567, "Contoso model", "ContosoModel.axmodel", 1),
  /** A data package. */
  DATA_PACKAGE(1_234_567, "Contoso master data", "contoso-master-data.zip", 15),
  /** An extension for commerce scale units. */
  SCALE_UNIT_EXTENSION(1_234_567, "Contoso store extension", "contoso-store-extension.zip", 29),
  /** An e-Commerce package. */
  E_COMMERCE(1_234_567, "Contoso online store", "contoso-online-store.zip", 26),
  /** A backup of a database. */
  BACKUP(1_234_567, "Contoso golden configuration", "contoso-golden.bacpac", 17),
  /** A package of the project that the working account does not belong to. */
  OTHER(7_654_321, "Upgrade release 1", "upgrade-release-1.zip", 10),
  /** A package of the shared asset library. */
  SHARED(0, "Shared hotfix", "shared-hotfix.zip", 10);

  /** 0 for the shared asset library. */
  private final long project;

  private final String title;
  private final String fileName;
  private final int fileType;

  ReadyMadePackage(long project, String title, String fileName, int fileType) {
    this.project = project;
    this.title = title;
    this.fileName = fileName;
    this.fileType = fileType;
  }

  @Nullable ProjectId project() {
    return project == 0 ? null : new ProjectId(project);
  }

  String title() {
    return title;
  }

  /** The file name, unique among the ready-made assets. */
  public String fileName() {
    return fileName;
  }

  String note() {
    return "part of the emulator's ready-made world";
  }

  int fileType() {
    return fileType;
  }

  /** The same bytes each time. */
  public byte[] content() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (String entry :
          List.of("HotfixInstallationInfo.xml", "AOSService/Packages/contoso.1.0.0.0.nupkg")) {
        var zipEntry = new ZipEntry(entry);
        zipEntry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(zipEntry);
        zip.write((title + " / " + entry).repeat(64).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
