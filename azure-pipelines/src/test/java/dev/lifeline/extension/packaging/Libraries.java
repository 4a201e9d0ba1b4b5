package dev.lifeline.extension.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which jars go into which program. Left out of both: the emulator with Bouncy Castle, and
 * Conscrypt, whose libraries for five systems would be most of the package; the JDK encrypts then.
 * The hub is not among the jars: the POM excludes it with its libraries.
 */
final class Libraries {
  /** Stored connections and their key stores: an agent gets its connection from the pipeline. */
  private static final String FOR_STORED_CONNECTIONS =
      "(gson|jna|jna-platform|msal4j-persistence-extension|protobuf-java|tink)-\\d.*";

  private static final String IN_NO_TASK =
      "(bc[a-z]+-jdk18on|conscrypt-openjdk-uber|lifeline-emulator)-\\d.*";

  private static final String FOR_THE_COMMAND = "(lifeline-cli|picocli|snakeyaml-engine)-\\d.*";

  private Libraries() {}

  static List<Path> ofTheTasks(Path folder) throws IOException {
    return without(folder, IN_NO_TASK + "|" + FOR_STORED_CONNECTIONS + "|" + FOR_THE_COMMAND);
  }

  static List<Path> ofTheTool(Path folder) throws IOException {
    return without(folder, IN_NO_TASK);
  }

  private static List<Path> without(Path folder, String names) throws IOException {
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.filter(jar -> !jar.getFileName().toString().matches(names)).sorted().toList();
    }
  }
}
