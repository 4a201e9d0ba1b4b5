package dev.lifeline.checks.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.checks.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Help texts change only on purpose: {@code -Dsnapshots.update=true} writes them anew. */
final class HelpSnapshotTest {
  private static final Path SNAPSHOTS =
      Checkout.find().root().resolve("checks/src/test/resources/help");

  @ParameterizedTest
  @MethodSource("names")
  void a_help_text_equals_its_snapshot(String name) throws IOException {
    CommandLine command =
        Commands.all().stream()
            .filter(each -> fileName(each).equals(name))
            .findFirst()
            .orElseThrow();
    String help = command.getUsageMessage(Ansi.OFF).replace("\r\n", "\n");
    Path snapshot = SNAPSHOTS.resolve(name);

    if (Boolean.getBoolean("snapshots.update")) {
      Files.createDirectories(SNAPSHOTS);
      Files.writeString(snapshot, help);
    }

    assertThat(snapshot).exists();
    assertThat(Files.readString(snapshot)).isEqualTo(help);
  }

  @Test
  void every_snapshot_belongs_to_a_command() throws IOException {
    try (Stream<Path> files = Files.list(SNAPSHOTS)) {
      List<String> snapshots = files.map(file -> file.getFileName().toString()).sorted().toList();

      assertThat(snapshots).isEqualTo(names().sorted().toList());
    }
  }

  static Stream<String> names() {
    return Commands.all().stream().map(HelpSnapshotTest::fileName);
  }

  private static String fileName(CommandLine command) {
    return Commands.name(command).replace(' ', '-') + ".txt";
  }
}
