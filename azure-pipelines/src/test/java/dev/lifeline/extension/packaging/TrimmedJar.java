package dev.lifeline.extension.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import proguard.Configuration;
import proguard.ConfigurationParser;
import proguard.ProGuard;

/**
 * One jar out of many: our own classes as they are, and of the libraries what those can reach
 * (docs/decisions/0007-extension.md).
 */
final class TrimmedJar {
  private static final String OURS = "dev/lifeline/";

  /** The JDK's modules that our libraries are written against. */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.security.jgss",
          "java.sql",
          "java.xml",
          "jdk.httpserver",
          "jdk.unsupported");

  /** Licences are in the extension's notices; signatures do not outlive a change. */
  private static final String WANTED =
      "(!**module-info.class,!META-INF/versions/**,**.class,META-INF/services/org.slf4j.**)";

  private final Path rules;
  private final Path work;

  /**
   * @param rules what is kept, in ProGuard's language
   * @param work a folder for files in between
   */
  TrimmedJar(Path rules, Path work) {
    this.rules = rules;
    this.work = work;
  }

  /** Makes the jar. */
  void write(List<Path> jars, Path jar) throws IOException {
    Files.createDirectories(work);
    Path reached = work.resolve("reached.jar");
    Files.deleteIfExists(reached);
    shrink(jars, jdk(), reached);
    Archive archive = Archive.read(reached);
    for (Path each : jars) {
      for (var file : Archive.read(each).files().entrySet()) {
        if (file.getKey().startsWith(OURS) && archive.files().containsKey(file.getKey())) {
          archive.put(file.getKey(), file.getValue());
        }
      }
    }
    archive.writeStored(jar);
  }

  private void shrink(List<Path> jars, Path jdk, Path reached) throws IOException {
    List<String> arguments = new ArrayList<>();
    for (Path each : jars) {
      arguments.addAll(List.of("-injars", "'" + each + "'" + WANTED));
    }
    arguments.addAll(List.of("-outjars", "'" + reached + "'", "-libraryjars", "'" + jdk + "'"));
    arguments.add("@" + rules);
    var configuration = new Configuration();
    try {
      new ConfigurationParser(arguments.toArray(String[]::new), new Properties())
          .parse(configuration);
      new ProGuard(configuration).execute();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) { // ProGuard declares no narrower one
      throw new IOException("the libraries could not be trimmed", e);
    }
  }

  /** The running JDK's classes as a jar: not every JDK comes with files of its modules. */
  private Path jdk() throws IOException {
    Path jar = work.resolve("jdk-" + Runtime.version().feature() + ".jar");
    if (Files.notExists(jar)) {
      var archive = new Archive();
      Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
      for (String module : MODULES) {
        addClasses(modules.resolve(module), archive);
      }
      archive.writeStored(jar);
    }
    return jar;
  }

  private static void addClasses(Path module, Archive archive) throws IOException {
    try (Stream<Path> files = Files.walk(module)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("module-info.class"))
          .forEach(file -> archive.put(module.relativize(file).toString(), bytes(file)));
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
