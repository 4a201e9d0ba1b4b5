package dev.lifeline.core.download;

import dev.lifeline.core.blob.TargetFile;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where files of LCS go in a folder: each place is its own, and free, before the first byte. */
public final class Places {
  private final Path folder;
  private final boolean overwrite;

  /**
   * @param overwrite whether files of the same name may be replaced
   */
  public Places(Path folder, boolean overwrite) {
    this.folder = folder.toAbsolutePath().normalize();
    this.overwrite = overwrite;
  }

  /**
   * The places of the files, in their order.
   *
   * @throws LifelineException TARGET_NOT_WRITABLE when the folder is none; TARGET_EXISTS, naming
   *     all, when files would get one name or places are taken
   */
  List<Path> of(List<RemoteFile> files) {
    requireFolder();
    List<Path> places = files.stream().map(file -> place(file.localName())).toList();
    requireDifferent(files, places);
    requireFree(places);
    return places;
  }

  /**
   * The place of one file that is not fetched from an address.
   *
   * @param foreign its name in LCS, anything
   * @param otherwise the name to use when nothing of that is left
   * @throws LifelineException TARGET_NOT_WRITABLE when the folder is none; TARGET_EXISTS when the
   *     place is taken
   */
  public Path ofOne(String foreign, String otherwise) {
    requireFolder();
    Path place = place(LocalFileName.of(foreign, otherwise));
    TargetFile.requireFree(place, overwrite);
    return place;
  }

  private Path place(String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) { // Java in an ASCII locale
      return folder.resolve(LocalFileName.ascii(name));
    }
  }

  private void requireFolder() {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw Problem.of(ProblemCode.TARGET_NOT_WRITABLE, "'" + folder + "' is not a folder")
          .why("Downloads go into a folder.")
          .fix("name a folder with --to")
          .raise();
    }
  }

  private static void requireDifferent(List<RemoteFile> files, List<Path> places) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      String name = places.get(i).getFileName().toString();
      byName
          .computeIfAbsent(LocalFileName.key(name), key -> new ArrayList<>())
          .add("'" + name + "' of " + files.get(i).id());
    }
    List<String> clashes =
        byName.values().stream()
            .filter(same -> same.size() > 1)
            .map(same -> String.join(" and ", same))
            .toList();
    if (!clashes.isEmpty()) {
      throw Problem.of(
              ProblemCode.TARGET_EXISTS,
              "several files would get the same name: " + String.join("; ", clashes))
          .why(
              "Their names are equal, or differ only in case or in the way in which an accent is"
                  + " written. Nothing was fetched.")
          .fix("download them one at a time into different folders, with --id and --to")
          .raise();
    }
  }

  private void requireFree(List<Path> places) {
    List<Path> taken =
        places.stream().filter(place -> !TargetFile.isFree(place, overwrite)).toList();
    if (taken.size() == 1) {
      TargetFile.requireFree(taken.get(0), overwrite);
    }
    if (!taken.isEmpty()) {
      throw Problem.of(
              ProblemCode.TARGET_EXISTS,
              "these files exist already: "
                  + taken.stream()
                      .map(place -> "'" + place + "'")
                      .collect(Collectors.joining(", ")))
          .why("Lifeline replaces a file only when it is told to. Nothing was fetched.")
          .fix("add --overwrite, or choose another folder with --to")
          .raise();
    }
  }
}
