package dev.lifeline.cli.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One command's manual page, in the macros of man(7). */
final class ManualPage {
  private final CommandSpec command;
  private final StringBuilder page = new StringBuilder();

  private ManualPage(CommandSpec command) {
    this.command = command;
  }

  /** The page's text; {@code source} stands in its foot, such as "lifeline 1.0". */
  static String of(CommandSpec command, String source) {
    return new ManualPage(command).write(source);
  }

  /** The page's name, which is also its file's: words joined by hyphens. */
  static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private String write(String source) {
    macro("TH", name(command).toUpperCase(java.util.Locale.ROOT), "1", "", source, "Lifeline");
    section("NAME");
    line(escape(name(command)) + " \\- " + escape(firstSentence()));
    section("SYNOPSIS");
    for (String synopsis : lines(help().synopsis(0))) {
      line("\\fB" + escape(synopsis.strip()) + "\\fR");
      macro("br");
    }
    section("DESCRIPTION");
    paragraphs(command.usageMessage().description());
    parameters();
    options();
    subcommands();
    exitCodes();
    footer();
    return page.toString();
  }

  private void parameters() {
    List<PositionalParamSpec> shown =
        command.positionalParameters().stream().filter(p -> !p.hidden()).toList();
    if (shown.isEmpty()) {
      return;
    }
    section("ARGUMENTS");
    for (PositionalParamSpec parameter : shown) {
      item("\\fI" + escape(parameter.paramLabel()) + "\\fR", render(parameter.description()));
    }
  }

  private void options() {
    List<OptionSpec> shown = command.options().stream().filter(o -> !o.hidden()).toList();
    if (shown.isEmpty()) {
      return;
    }
    section("OPTIONS");
    for (OptionSpec option : shown) {
      List<String> names = new ArrayList<>();
      for (String name : option.names()) {
        names.add("\\fB" + escape(name) + "\\fR");
      }
      String value =
          option.arity().max() == 0 ? "" : "=\\fI" + escape(option.paramLabel()) + "\\fR";
      item(String.join(", ", names) + value, render(option.description()));
    }
  }

  private void subcommands() {
    List<CommandSpec> shown =
        command.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(c -> !c.usageMessage().hidden())
            .distinct()
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    section("COMMANDS");
    for (CommandSpec each : shown) {
      item("\\fB" + escape(name(each)) + "\\fR(1)", new ManualPage(each).firstSentence());
    }
  }

  private void exitCodes() {
    Map<String, String> codes = command.usageMessage().exitCodeList();
    if (codes.isEmpty()) {
      return;
    }
    section("EXIT STATUS");
    codes.forEach(
        (code, meaning) -> item("\\fB" + escape(code.strip()) + "\\fR", List.of(plain(meaning))));
  }

  private void footer() {
    String[] footer = command.usageMessage().footer();
    if (footer.length > 0) {
      section("NOTES");
      macro("nf");
      for (String each : footer) {
        line(escape(plain(each)));
      }
      macro("fi");
    }
    if (command.parent() != null) {
      section("SEE ALSO");
      line("\\fB" + escape(name(command.parent())) + "\\fR(1)");
    }
  }

  private String firstSentence() {
    String[] description = command.usageMessage().description();
    return description.length == 0 ? "" : plain(description[0]).replaceFirst("\\.$", "");
  }

  private void paragraphs(String[] texts) {
    for (String text : texts) {
      macro("PP");
      line(escape(plain(text)));
    }
  }

  private void item(String head, String text) {
    item(head, List.of(text));
  }

  private void item(String head, List<String> texts) {
    macro("TP");
    page.append(head).append('\n');
    texts.forEach(text -> line(escape(text)));
  }

  private List<String> render(String[] texts) {
    return Arrays.stream(texts).map(this::plain).toList();
  }

  private Help help() {
    return new Help(command, Help.defaultColorScheme(Ansi.OFF));
  }

  /** The text without picocli's markup for colours and with its format codes resolved. */
  private String plain(String text) {
    return Ansi.OFF.string(text.replace("%n", " ").replace("%%", "%"));
  }

  private static List<String> lines(String text) {
    return text.lines().filter(each -> !each.isBlank()).toList();
  }

  private void section(String title) {
    macro("SH", title);
  }

  private void macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"").append(escape(argument)).append('"');
    }
    page.append('\n');
  }

  /** A line of text: one that began with a control character would be read as a macro. */
  private void line(String text) {
    page.append(text.startsWith(".") || text.startsWith("'") ? "\\&" : "")
        .append(text)
        .append('\n');
  }

  private static String escape(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
  }
}
