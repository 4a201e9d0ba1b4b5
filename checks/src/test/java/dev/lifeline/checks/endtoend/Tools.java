package dev.lifeline.checks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Folders for a PATH that has just what a test wants. */
final class Tools {
  private static final List<String> NEEDED_BY_THE_LAUNCHER =
      List.of(
          "sh",
          "cat",
          "cksum",
          "env",
          "find",
          "grep",
          "ls",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "stat",
          "tail",
          "uname");

  private Tools() {}

  /** The system's own tools that the launcher calls, and no other program. */
  static Path system(Path folder) throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String name : NEEDED_BY_THE_LAUNCHER) {
      for (Path place : List.of(Path.of("/bin"), Path.of("/usr/bin"))) {
        Path tool = place.resolve(name);
        Path link = tools.resolve(name);
        if (Files.isExecutable(tool) && Files.notExists(link)) {
          Files.createSymbolicLink(link, tool);
        }
      }
    }
    return tools;
  }

  /**
   * A Java home whose {@code java} says that it is that version, makes an archive when asked for
   * one and otherwise prints the arguments that it got.
   */
  static Path fakeJava(Path home, String version) throws IOException {
    return script(
        home.resolve("bin/java"),
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "%s" 2021-10-19' >&2
          exit
        fi
        case $* in
          *-Xshare:dump*)
            for each; do
              case $each in -XX:SharedArchiveFile=*) echo archive >"${each#*=}" && exit ;; esac
            done
            ;;
        esac
        echo "fake $*"
        """
            .formatted(version));
  }

  /** Writes an executable script. */
  static Path script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }
}
