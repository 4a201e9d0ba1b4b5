package dev.lifeline.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The checkout that these checks stand in.
 *
 * @param root its topmost folder
 */
public record Checkout(Path root) {
  private static final Set<String> NOT_OURS =
      Set.of("target", "node_modules", ".git", ".idea", ".vscode", ".settings");

  /** Looks upwards from the working directory. */
  public static Checkout find() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("the checks run inside a checkout");
    }
    return new Checkout(folder);
  }

  /** Every file that people write, generated and downloaded ones left out. */
  public List<Path> files() {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).filter(this::isOurs).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java files below a folder's name, such as {@code src/main/java}, of every module. */
  public List<Path> java(String part) {
    String inside = "/" + part + "/";
    return files().stream()
        .filter(file -> name(file).endsWith(".java") && ("/" + name(file)).contains(inside))
        .toList();
  }

  /** The folders with compiled tests. */
  public List<Path> testClasses() {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(each -> each.resolve("target/test-classes"))
          .filter(Files::isDirectory)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's path in the checkout, with slashes on every system. */
  public String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** The file's text. */
  public static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isOurs(Path file) {
    for (Path part : root.relativize(file)) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
