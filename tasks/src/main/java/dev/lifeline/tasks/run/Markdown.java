package dev.lifeline.tasks.run;

import java.util.regex.Pattern;

/** Text from elsewhere inside of Markdown: shown as it is, and nothing of it works. */
final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|~$@:-]");

  private Markdown() {}

  /** One line of text. */
  static String text(String foreign) {
    String oneLine = foreign.replaceAll("[\\p{Cc}\\x{2028}\\x{2029}]+", " ").strip();
    String harmless = oneLine.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return SPECIAL.matcher(harmless).replaceAll("\\\\$0");
  }
}
