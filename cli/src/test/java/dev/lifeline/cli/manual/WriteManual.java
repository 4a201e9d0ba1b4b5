package dev.lifeline.cli.manual;

import dev.lifeline.cli.CommandTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The build's step that writes the manual pages and the completion script of the distribution. */
public final class WriteManual {
  private WriteManual() {}

  /** Takes the folder to write into and the version to name. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    CommandLine tree = CommandTree.forDocumentation();
    pages(tree, Files.createDirectories(folder.resolve("man/man1")), "lifeline " + args[1]);
    Path completion = Files.createDirectories(folder.resolve("completion"));
    write(completion.resolve("lifeline.bash"), AutoComplete.bash("lifeline", tree));
  }

  private static void pages(CommandLine command, Path folder, String source) throws IOException {
    if (command.getCommandSpec().usageMessage().hidden()) {
      return;
    }
    String name = ManualPage.name(command.getCommandSpec());
    write(folder.resolve(name + ".1"), ManualPage.of(command.getCommandSpec(), source));
    for (CommandLine child : command.getSubcommands().values()) {
      pages(child, folder, source);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text.replace("\r\n", "\n"), StandardCharsets.UTF_8);
  }
}
