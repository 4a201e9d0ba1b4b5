package dev.lifeline.core.text;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text that came from elsewhere, made harmless for a terminal and for a build log: control
 * characters and changes of direction are replaced, and what a pipeline's agent would take for a
 * command is broken up.
 */
public final class ForeignText {
  private static final String STEERING =
      "\\x{061c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{2028}\\x{2029}";
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}" + STEERING + "]");

  /** JSON escapes line ends itself; the ones that are left stand between its parts. */
  private static final Pattern UNPRINTABLE_IN_JSON =
      Pattern.compile("[\\p{Cc}" + STEERING + "&&[^\\r\\n]]");

  /** Azure Pipelines ({@code ##vso[}, {@code ##[}) and TeamCity ({@code ##teamcity[}). */
  private static final Pattern AGENT_COMMAND =
      Pattern.compile("##(?=[a-z]*\\[)", Pattern.CASE_INSENSITIVE);

  /** GitHub Actions; its runner trims every blank that Unicode knows. */
  private static final Pattern WORKFLOW_COMMAND =
      Pattern.compile("^(\\s*):(?=:)", Pattern.UNICODE_CHARACTER_CLASS);

  private ForeignText() {}

  /** One line that does nothing but be read. */
  public static String line(String text) {
    String printable = UNPRINTABLE.matcher(text.replace('\t', ' ')).replaceAll("\ufffd");
    String noAgentCommand = AGENT_COMMAND.matcher(printable).replaceAll("# #");
    return WORKFLOW_COMMAND.matcher(noAgentCommand).replaceFirst("$1: ");
  }

  /** A JSON document of the same meaning, in which nothing is taken for a command. */
  public static String json(String document) {
    String printable = UNPRINTABLE_IN_JSON.matcher(document).replaceAll(ForeignText::escaped);
    return AGENT_COMMAND.matcher(printable).replaceAll("\\\\u0023#");
  }

  private static String escaped(MatchResult character) {
    return String.format(Locale.ROOT, "\\\\u%04x", (int) character.group().charAt(0));
  }
}
