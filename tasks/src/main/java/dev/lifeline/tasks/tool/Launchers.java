package dev.lifeline.tasks.tool;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Small files that start the program: what an extension ships has lost the permission to be run
 * (Azure Pipelines tasks: no mode bits survive).
 *
 * @param program the program's folder
 * @param javaHome the Java that runs now, and so can run the program
 */
record Launchers(Path program, Path javaHome) {
  /** Writes them into a folder, which is made, and returns it. */
  Path write(Path folder) {
    try {
      Files.createDirectories(folder);
      Path shell = Files.writeString(folder.resolve("lifeline"), shell(), StandardCharsets.UTF_8);
      if (Files.getFileAttributeView(shell, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(shell, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      Files.writeString(folder.resolve("lifeline.cmd"), windows(), StandardCharsets.UTF_8);
      return folder.toAbsolutePath();
    } catch (IOException e) {
      throw Problem.of(
              ProblemCode.TARGET_NOT_WRITABLE,
              "the folder '" + folder + "' for the lifeline command cannot be written")
          .fix("let the account of the agent write to its folder for temporary files")
          .raise(e);
    }
  }

  private String shell() {
    return """
        #!/bin/sh
        JAVA_HOME=%s
        export JAVA_HOME
        exec sh %s "$@"
        """
        .formatted(quoted(javaHome), quoted(program.resolve("bin").resolve("lifeline")));
  }

  private String windows() {
    return """
        @echo off
        set "JAVA_HOME=%s"
        call "%s" %%*
        """
        .formatted(javaHome, program.resolve("bin").resolve("lifeline.cmd"))
        .replace("\n", "\r\n");
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
