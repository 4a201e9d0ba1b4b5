package dev.lifeline.core.packaging;

import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.packaging.PackageFinding.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the file of an asset type is called.
 *
 * @param type the asset type
 * @param certain whether LCS takes nothing else; where it may, another extension is a warning
 * @param extensions the usual ones, in lower case with their dot
 */
record FileKind(AssetType type, boolean certain, List<String> extensions) {
  private static final List<String> ZIPS = List.of(".zip", ".nupkg");

  static FileKind of(AssetType type) {
    return switch (type) {
      case SOFTWARE_DEPLOYABLE_PACKAGE,
          DATA_PACKAGE,
          E_COMMERCE_PACKAGE,
          COMMERCE_CLOUD_SCALE_UNIT_EXTENSION ->
          new FileKind(type, true, List.of(".zip"));
      case MODEL -> new FileKind(type, true, List.of(".axmodel"));
      case NUGET_PACKAGE -> new FileKind(type, true, List.of(".nupkg"));
      case PROCESS_DATA_PACKAGE -> new FileKind(type, false, List.of(".zip"));
      case GER_CONFIGURATION -> new FileKind(type, false, List.of(".xml", ".zip"));
      case POWER_BI_REPORT_MODEL -> new FileKind(type, false, List.of(".pbix"));
      case RETAIL_SELF_SERVICE_PACKAGE ->
          new FileKind(type, false, List.of(".zip", ".exe", ".appx"));
      case DATABASE_BACKUP -> new FileKind(type, false, List.of(".bacpac", ".bak"));
    };
  }

  /** Whether a file of that name has to be a zip inside. */
  boolean isZip(String fileName) {
    return ZIPS.contains(extension(fileName)) || (certain && ZIPS.contains(extensions.get(0)));
  }

  List<PackageFinding> judge(String fileName) {
    String extension = extension(fileName);
    if (extension.isEmpty()) {
      return List.of(
          PackageFinding.error(
              Rule.FILE_NAME,
              "the file name '" + fileName + "' has no extension",
              "LCS tells the kind of a file by its extension.",
              "rename it to end in " + extensions.get(0)));
    }
    if (extensions.contains(extension)) {
      return List.of();
    }
    String what = "a " + type.title() + " ends in " + usual() + ", and this file in " + extension;
    Optional<AssetType> other = onlyTypeOf(extension);
    String fix =
        other.map(known -> "say what it is: --type " + known.id()).orElse("name the right file")
            + ", or rename it if it is a "
            + type.title();
    return List.of(
        certain
            ? PackageFinding.error(Rule.TYPE, what, "LCS would not validate it.", fix)
            : PackageFinding.warning(Rule.TYPE, what, null, fix));
  }

  private String usual() {
    return String.join(" or ", extensions);
  }

  private static Optional<AssetType> onlyTypeOf(String extension) {
    List<AssetType> types =
        Arrays.stream(AssetType.values())
            .filter(AssetType::canBeUploaded)
            .filter(type -> of(type).extensions.contains(extension))
            .toList();
    return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
  }

  /** With its dot, in lower case; empty when there is none. */
  private static String extension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot <= 0 || dot == fileName.length() - 1
        ? ""
        : fileName.substring(dot).toLowerCase(Locale.ROOT);
  }
}
