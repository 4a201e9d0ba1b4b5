package dev.lifeline.core.packaging;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the directory of a zip tells, gathered in one pass that keeps nothing but what is asked for.
 */
final class ZipSurvey {
  private static final int ROOT_FOLDERS = 100;

  private final Set<String> wanted;
  private final Map<String, ZipEntry> atRoot = new LinkedHashMap<>();
  private final Map<String, String> deeper = new LinkedHashMap<>();
  private final Set<String> rootFolders = new LinkedHashSet<>();
  private long files;
  private long zips;
  private @Nullable ZipEntry firstFile;
  private @Nullable String outside;

  /**
   * @param wanted the parts that are looked for, in lower case; one that begins with a dot stands
   *     for every file of that extension
   */
  ZipSurvey(Collection<String> wanted) {
    this.wanted = Set.copyOf(wanted);
  }

  void add(ZipEntry entry) {
    String path = entry.getName().replace('\\', '/');
    if (outside == null && leadsOut(path)) {
      outside = entry.getName();
    }
    int slash = path.indexOf('/');
    if (slash > 0 && rootFolders.size() < ROOT_FOLDERS) {
      rootFolders.add(path.substring(0, slash).toLowerCase(Locale.ROOT));
    }
    if (path.endsWith("/")) {
      return;
    }
    files++;
    firstFile = files == 1 ? entry : firstFile;
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    zips += name.endsWith(".zip") ? 1 : 0;
    Optional<String> part = part(name);
    if (part.isPresent() && slash < 0) {
      atRoot.putIfAbsent(part.get(), entry);
    } else if (part.isPresent()) {
      deeper.putIfAbsent(part.get(), path.substring(0, path.lastIndexOf('/')));
    }
  }

  private Optional<String> part(String name) {
    int dot = name.lastIndexOf('.');
    if (wanted.contains(name)) {
      return Optional.of(name);
    }
    return dot >= 0 && wanted.contains(name.substring(dot))
        ? Optional.of(name.substring(dot))
        : Optional.empty();
  }

  private static boolean leadsOut(String path) {
    boolean drive = path.length() > 1 && path.charAt(1) == ':';
    return drive || path.startsWith("/") || List.of(path.split("/")).contains("..");
  }

  /** How many entries are files. */
  long files() {
    return files;
  }

  /** The file, when there is just one. */
  @Nullable ZipEntry onlyFile() {
    return files == 1 ? firstFile : null;
  }

  boolean holdsZipsOnly() {
    return zips == files;
  }

  /** The wanted parts at the root. */
  Collection<ZipEntry> parts() {
    return atRoot.values();
  }

  boolean has(String part) {
    return atRoot.containsKey(part);
  }

  /** The folder in which a wanted part was found that is not at the root. */
  Optional<String> folderOf(String part) {
    return Optional.ofNullable(deeper.get(part));
  }

  boolean hasRootFolder() {
    return !rootFolders.isEmpty();
  }

  /** The first entry whose path leads out of the folder that the zip is unpacked to. */
  Optional<String> outside() {
    return Optional.ofNullable(outside);
  }
}
