package dev.lifeline.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A command's own options first, then the ones that every command has. */
final class HelpLayout {
  private HelpLayout() {}

  static void applyTo(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.abbreviateSynopsis(true);
    usage.sortOptions(false);
    usage.sortSynopsis(false);
    usage.descriptionHeading("%n");
    usage.parameterListHeading("%n");
    usage.commandListHeading("%nCommands:%n");
    usage.footerHeading("%n");
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, help -> "");
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
    command.getSubcommands().values().forEach(HelpLayout::applyTo);
  }

  private static String options(Help help) {
    List<OptionSpec> all =
        help.commandSpec().options().stream().filter(option -> !option.hidden()).toList();
    List<OptionSpec> own = all.stream().filter(option -> !isCommon(option)).toList();
    List<OptionSpec> common = all.stream().filter(HelpLayout::isCommon).toList();
    return section(help, "Options:", own) + section(help, "Common options:", common);
  }

  private static String section(Help help, String title, List<OptionSpec> options) {
    if (options.isEmpty()) {
      return "";
    }
    Help.Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
    layout.addOptions(options, help.parameterLabelRenderer());
    return System.lineSeparator() + title + System.lineSeparator() + layout;
  }

  private static boolean isCommon(OptionSpec option) {
    return option.scopeType() == CommandLine.ScopeType.INHERIT;
  }
}
