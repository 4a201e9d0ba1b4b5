package dev.lifeline.core.packaging;

import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.packaging.PackageFinding.Rule;
import dev.lifeline.core.packaging.PackageFinding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parts that a package has at its root (Dynamics 365 documentation: install a deployable
 * package, data management packages; NuGet documentation: the package format).
 *
 * @param of what such a package is called, for people
 * @param required as they are spelled; one that begins with a dot stands for every file of that
 *     extension
 * @param severity of a missing one
 * @param folders whether its content lies in folders beside the parts
 */
record RequiredParts(String of, List<String> required, Severity severity, boolean folders) {
  static RequiredParts of(AssetType type) {
    return switch (type) {
      case SOFTWARE_DEPLOYABLE_PACKAGE ->
          new RequiredParts(
              "software deployable package",
              List.of(
                  "HotfixInstallationInfo.xml", "AXUpdateInstaller.exe", "DefaultTopologyData.xml"),
              Severity.ERROR,
              true);
      case DATA_PACKAGE ->
          new RequiredParts(
              "data package",
              List.of("Manifest.xml", "PackageHeader.xml"),
              Severity.WARNING,
              false);
      case NUGET_PACKAGE ->
          new RequiredParts("NuGet package", List.of(".nuspec"), Severity.ERROR, false);
      default -> new RequiredParts(type.title(), List.of(), Severity.WARNING, false);
    };
  }

  /** In lower case. */
  List<String> names() {
    return required.stream().map(RequiredParts::key).toList();
  }

  List<PackageFinding> judge(ZipSurvey survey) {
    List<PackageFinding> findings = new ArrayList<>();
    List<String> missing = required.stream().filter(part -> !survey.has(key(part))).toList();
    if (!missing.isEmpty()) {
      findings.add(missing(missing, survey));
    } else if (folders && !survey.hasRootFolder()) {
      findings.add(
          PackageFinding.warning(
              Rule.CONTENT,
              "the package has no folder with anything to install",
              "A " + of + " has one for each service, such as AOSService.",
              "look at the step that makes the package: it may have found no module"));
    }
    return findings;
  }

  private PackageFinding missing(List<String> missing, ZipSurvey survey) {
    String names =
        missing.stream()
            .map(part -> part.startsWith(".") ? part + " file" : part)
            .collect(Collectors.joining(", "));
    String what = "the zip has no " + names + " at its root";
    Optional<String> folder =
        missing.stream().flatMap(part -> survey.folderOf(key(part)).stream()).findFirst();
    String why =
        folder
            .map(
                found ->
                    "Such a part is in its folder '"
                        + found
                        + "': the folder was packed, not its content.")
            .orElse("Every " + of + " has that, so this is something else, or packed wrongly.");
    String fix =
        folder
            .map(found -> "pack the content of the folder '" + found + "', without the folder")
            .orElse(
                "upload the package that the build makes as it is; if it is something else, say what: --type");
    return new PackageFinding(Rule.PART_MISSING, severity, what, why, fix);
  }

  private static String key(String part) {
    return part.toLowerCase(Locale.ROOT);
  }
}
