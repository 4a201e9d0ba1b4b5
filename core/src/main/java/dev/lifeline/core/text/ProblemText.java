package dev.lifeline.core.text;

import dev.lifeline.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A problem as people read it in a terminal, and as scripts read it in JSON (cli.md). */
public final class ProblemText {
  private static final int WIDTH = 96;
  private static final String INDENT = "        ";
  private static final Pattern COMMAND_AT_END = Pattern.compile("(?<=^|: )lifeline .*$");

  private ProblemText() {}

  /** The lines of an error block, for people. */
  public static List<String> lines(Problem problem) {
    List<String> lines = new ArrayList<>();
    lines.add("error: " + problem.message());
    if (problem.why() != null) {
      lines.addAll(wrapped("  why:  ", problem.why()));
    }
    problem.fixes().forEach(fix -> lines.addAll(wrapped("  fix:  ", fix)));
    String help = help(problem);
    if (!help.isEmpty()) {
      lines.add("  help: " + help);
    }
    return lines;
  }

  /** The same as a value that becomes JSON. */
  public static Map<String, Object> json(Problem problem) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("code", problem.code().name());
    error.put("message", problem.message());
    error.put("why", problem.why());
    error.put("fix", problem.fixes());
    error.put("step", problem.step() == null ? null : problem.step().id());
    error.put("details", problem.details());
    return Map.of("error", error);
  }

  private static String help(Problem problem) {
    List<String> parts = new ArrayList<>();
    if (problem.step() != null) {
      parts.add("setup guide, step \"" + problem.step().title() + "\"");
    }
    for (String fact : List.of("correlationId", "requestId", "timestamp")) {
      Object value = problem.details().get(fact);
      if (value != null) {
        parts.add((fact.equals("timestamp") ? "" : fact.replace("Id", " id") + " ") + value);
      }
    }
    return String.join("; ", parts).replaceFirst("; (?=\\d{4}-)", ", ");
  }

  private static List<String> wrapped(String label, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(label);
    int start = line.length();
    for (String word : words(text)) {
      if (line.length() > start && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(INDENT);
        start = line.length();
      }
      line.append(line.length() > start ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The words of a text; a command at its end stays in one piece, so that it can be pasted. */
  private static List<String> words(String text) {
    Matcher matcher = COMMAND_AT_END.matcher(text);
    int end = matcher.find() ? matcher.start() : text.length();
    List<String> words = new ArrayList<>(List.of(text.substring(0, end).strip().split("\\s+", -1)));
    words.removeIf(String::isEmpty);
    if (end < text.length()) {
      words.add(text.substring(end));
    }
    return words;
  }
}
