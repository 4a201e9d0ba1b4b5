package dev.lifeline.checks.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles pieces of source and reads them as ArchUnit reads the product's classes. */
final class Snippets {
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("(?:class|record|interface|enum) (\\w+)");

  private final Path folder;

  Snippets(Path folder) {
    this.folder = folder;
  }

  /** Each source is one file; its name is that of the first type in it. */
  JavaClasses compile(List<String> sources) throws IOException {
    Path written = folder.resolve("sources");
    Path compiled = Files.createDirectories(folder.resolve("classes"));
    for (String source : sources) {
      write(written, source);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> all = Files.walk(written)) {
      List<Path> java = all.filter(Files::isRegularFile).toList();
      List<String> options = List.of("-d", compiled.toString(), "-proc:none", "--release", "17");
      boolean done =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
              .call();
      if (!done) {
        throw new IllegalArgumentException(said.toString());
      }
    }
    return new ClassFileImporter().importPath(compiled);
  }

  private static void write(Path written, String source) throws IOException {
    Path folder = written.resolve(first(PACKAGE, source).replace('.', '/'));
    String body = source.substring(source.indexOf(';'));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(first(TYPE, body) + ".java"), source);
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException("no " + pattern + " in: " + text);
    }
    return found.group(1);
  }
}
