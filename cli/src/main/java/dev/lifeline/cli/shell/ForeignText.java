package dev.lifeline.cli.shell;

import java.util.regex.Pattern;

/**
 * Text that came from elsewhere, made harmless for a terminal and for a build log: control
 * characters and changes of direction are replaced, and what a pipeline's agent would take for a
 * command is broken up.
 */
public final class ForeignText {
  private static final Pattern UNPRINTABLE =
      Pattern.compile(
          "[\\p{Cc}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{2028}\\x{2029}]");
  private static final Pattern AGENT_COMMAND =
      Pattern.compile("##(?=vso\\[|\\[)", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORKFLOW_COMMAND = Pattern.compile("^(\\s*):(?=:)");

  private ForeignText() {}

  /** One line that does nothing but be read. */
  public static String line(String text) {
    String printable = UNPRINTABLE.matcher(text.replace('\t', ' ')).replaceAll("\ufffd");
    String noAgentCommand = AGENT_COMMAND.matcher(printable).replaceAll("# #");
    return WORKFLOW_COMMAND.matcher(noAgentCommand).replaceFirst("$1: ");
  }

  /** A JSON document of the same meaning that no agent takes for a command. */
  static String json(String document) {
    return AGENT_COMMAND.matcher(document).replaceAll("\\\\u0023#");
  }
}
