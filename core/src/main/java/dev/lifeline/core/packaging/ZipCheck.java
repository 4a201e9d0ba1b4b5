package dev.lifeline.core.packaging;

import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.packaging.PackageFinding.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks into a zip: at its directory, and at the parts that its type has to have. */
final class ZipCheck {
  private static final byte[] ZIP_BEGINS = {'P', 'K', 3, 4};

  /** A part is some KiB of XML; what is larger is not read. */
  private static final int PART_BYTES = 4 * 1024 * 1024;

  private final Path file;
  private final RequiredParts parts;

  ZipCheck(Path file, AssetType type) {
    this.file = file;
    this.parts = RequiredParts.of(type);
  }

  List<PackageFinding> run() {
    // names that are not marked as UTF-8 are of some code page: any that takes every byte will do
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      return look(zip);
    } catch (IOException | IllegalArgumentException e) {
      return List.of(unreadable(e));
    }
  }

  private List<PackageFinding> look(ZipFile zip) throws IOException {
    ZipSurvey survey = new ZipSurvey(parts.names());
    zip.stream().forEach(survey::add);
    if (survey.files() == 0) {
      return List.of(
          PackageFinding.error(
              Rule.CONTENT, "the zip is empty", null, "look at the step that makes the package"));
    }
    Optional<PackageFinding> nested = nested(zip, survey);
    if (nested.isPresent()) {
      return List.of(nested.get());
    }
    List<PackageFinding> findings = new ArrayList<>(parts.judge(survey));
    survey.outside().ifPresent(name -> findings.add(outside(name)));
    for (ZipEntry part : survey.parts()) {
      if (part.getSize() <= PART_BYTES && isDamaged(zip, part)) {
        findings.add(damaged(part));
      }
    }
    return findings;
  }

  /** Packed twice: what an artifact's download wraps, or a build step that zips a zip. */
  private static Optional<PackageFinding> nested(ZipFile zip, ZipSurvey survey) throws IOException {
    ZipEntry only = survey.onlyFile();
    boolean nested = only == null ? survey.holdsZipsOnly() : isZip(zip, only);
    if (!nested) {
      return Optional.empty();
    }
    String what =
        only == null
            ? "the zip holds " + survey.files() + " zips and nothing else"
            : "the zip holds one file, '" + only.getName() + "', which is a zip itself";
    return Optional.of(
        PackageFinding.error(
            Rule.ZIP_IN_ZIP,
            what,
            "It was packed twice, as a download of build artifacts does.",
            "unpack it once, and upload the zip that is in it"));
  }

  private static boolean isZip(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return Arrays.equals(in.readNBytes(ZIP_BEGINS.length), ZIP_BEGINS);
    }
  }

  private static boolean isDamaged(ZipFile zip, ZipEntry part) {
    CRC32 crc = new CRC32();
    try (InputStream in = zip.getInputStream(part)) {
      crc.update(in.readNBytes(PART_BYTES));
      return part.getCrc() != crc.getValue();
    } catch (IOException e) {
      return true;
    }
  }

  private static PackageFinding damaged(ZipEntry part) {
    return PackageFinding.error(
        Rule.PART_DAMAGED,
        "'" + part.getName() + "' cannot be unpacked",
        "Its bytes are not those that were packed.",
        "build the package again, or fetch it again from where it came");
  }

  private static PackageFinding outside(String name) {
    return PackageFinding.error(
        Rule.ENTRY_NAME,
        "the zip has an entry '" + name + "', which leads out of the folder it is unpacked to",
        null,
        "pack the folder with relative paths");
  }

  private static PackageFinding unreadable(Exception cause) {
    String said = cause.getMessage();
    boolean ours = cause instanceof ZipException && said != null;
    return PackageFinding.error(
        Rule.ZIP,
        "the file is no zip, or an incomplete one" + (ours ? " (" + said + ")" : ""),
        "It was cut off, encrypted, packed by something else, or is a text such as an error page.",
        "build the package again, or fetch it again; try to open it with: unzip -l");
  }
}
