package dev.lifeline.checks.agreement;

import dev.lifeline.cli.CommandTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;

/** The commands that the program has. */
final class Commands {
  private Commands() {}

  /** Every command that is not hidden, the program itself first. */
  static List<CommandLine> all() {
    List<CommandLine> found = new ArrayList<>();
    collect(CommandTree.forDocumentation(), found);
    return found;
  }

  /** The words with which it is called: {@code lifeline asset upload}. */
  static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  /** The command that a line of words calls, and which of its words are no part of it. */
  static Optional<String> mistake(List<String> words) {
    CommandLine command = CommandTree.forDocumentation();
    Set<String> options = new HashSet<>(command.getCommandSpec().optionsMap().keySet());
    int next = 0;
    while (next < words.size() && command.getSubcommands().containsKey(words.get(next))) {
      command = command.getSubcommands().get(words.get(next));
      options.addAll(command.getCommandSpec().optionsMap().keySet());
      next++;
    }
    boolean isGroup = !command.getSubcommands().isEmpty();
    if (isGroup && next < words.size() && words.get(next).matches("[a-z][a-z-]*")) {
      return Optional.of("'" + name(command) + "' has no command '" + words.get(next) + "'");
    }
    for (String word : words.subList(next, words.size())) {
      String option = word.replaceFirst("=.*", "");
      if (option.matches("--?[A-Za-z][A-Za-z0-9-]*") && !options.contains(option)) {
        return Optional.of("'" + name(command) + "' has no option '" + option + "'");
      }
    }
    return Optional.empty();
  }

  private static void collect(CommandLine command, List<CommandLine> found) {
    if (command.getCommandSpec().usageMessage().hidden()) {
      return;
    }
    found.add(command);
    command.getSubcommands().values().stream().distinct().forEach(each -> collect(each, found));
  }
}
