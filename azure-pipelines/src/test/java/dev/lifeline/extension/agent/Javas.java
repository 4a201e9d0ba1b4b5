package dev.lifeline.extension.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Javas of this machine. */
public final class Javas {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  private Javas() {}

  /** The home of the Java that runs the tests. */
  public static Path running() {
    return Path.of(System.getProperty("java.home"));
  }

  /** The Java that runs the tests, and the newest beside it. */
  public static List<Path> oldestAndNewest() {
    try (Stream<Path> beside = Files.list(running().getParent())) {
      Path newest = beside.max(Comparator.comparing(Javas::version)).orElseThrow();
      return version(newest) > version(running()) ? List.of(running(), newest) : List.of(running());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
      return 0;
    }
    try {
      Matcher version = VERSION.matcher(Files.readString(release));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
