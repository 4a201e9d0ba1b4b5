package dev.lifeline.core.packaging;

import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.packaging.PackageFinding.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a file can become an asset of its type. Reads the directory of a zip and its small
 * parts, not the rest: the check takes as long for a package of a gibibyte as for a small one.
 *
 * @param file a file that exists and can be read
 * @param type what it is meant to be
 * @param name the name that it shall have in the library, or null for the file's own
 * @param description its description, or null
 */
public record PackageCheck(
    Path file, AssetType type, @Nullable String name, @Nullable String description) {
  /**
   * LCS documents no limit; names are shown in one line of a list, and 255 is the limit of most
   * file systems for what comes from a name.
   */
  private static final int NAME_CHARACTERS = 255;

  /** LCS documents no limit; Lifeline's own for what nobody meant to write. */
  private static final int DESCRIPTION_CHARACTERS = 1000;

  /** Checks it; a file that vanishes meanwhile is a finding like any other. */
  public PackageReport run() {
    List<PackageFinding> findings = new ArrayList<>();
    String fileName = Objects.requireNonNull(file.getFileName()).toString();
    FileKind kind = FileKind.of(type);
    findings.addAll(kind.judge(fileName));
    words(findings);
    if (kind.isZip(fileName)) {
      findings.addAll(new ZipCheck(file, type).run());
    }
    findings.sort(Comparator.comparing(PackageFinding::severity));
    return new PackageReport(findings);
  }

  private void words(List<PackageFinding> findings) {
    if (name != null) {
      if (name.codePoints().anyMatch(Character::isISOControl)) {
        findings.add(
            PackageFinding.error(
                Rule.NAME,
                "the asset's name holds a line break or another control character",
                null,
                "write the name in one line"));
      }
      tooLong(findings, Rule.NAME, name, NAME_CHARACTERS);
    }
    if (description != null) {
      tooLong(findings, Rule.DESCRIPTION, description, DESCRIPTION_CHARACTERS);
    }
  }

  private static void tooLong(List<PackageFinding> findings, Rule rule, String text, int most) {
    int characters = text.codePointCount(0, text.length());
    if (characters > most) {
      findings.add(
          PackageFinding.warning(
              rule,
              "the " + rule.id() + " has " + characters + " characters",
              "LCS does not say how many it takes; up to " + most + " are safe to expect.",
              "shorten it to " + most + " characters"));
    }
  }
}
