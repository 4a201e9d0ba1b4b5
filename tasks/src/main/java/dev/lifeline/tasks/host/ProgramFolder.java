package dev.lifeline.tasks.host;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Where the whole program is, seen from one of its jars. */
public final class ProgramFolder {
  private ProgramFolder() {}

  /** The folder above that of the jar which holds a class, if the program is there. */
  public static Optional<Path> around(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path folder = Path.of(source.getLocation().toURI()).getParent();
      return Optional.ofNullable(folder == null ? null : folder.getParent())
          .filter(program -> Files.isRegularFile(program.resolve("bin").resolve("lifeline")));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
