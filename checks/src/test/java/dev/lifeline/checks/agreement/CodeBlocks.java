package dev.lifeline.checks.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The calls of the program in a document's code blocks. */
final class CodeBlocks {
  private CodeBlocks() {}

  /**
   * The words after {@code lifeline} of each call; what follows a pipe or a comment is left out.
   */
  static List<List<String>> calls(String markdown) {
    List<List<String>> calls = new ArrayList<>();
    boolean inside = false;
    StringBuilder command = new StringBuilder();
    for (String line : markdown.lines().toList()) {
      if (line.strip().startsWith("```")) {
        inside = !inside;
        continue;
      }
      if (!inside) {
        continue;
      }
      if (line.endsWith("\\")) {
        command.append(line, 0, line.length() - 1).append(' ');
        continue;
      }
      call(command.append(line).toString(), calls);
      command.setLength(0);
    }
    return calls;
  }

  private static void call(String line, List<List<String>> calls) {
    String[] words = line.strip().replaceFirst("^\\$ ", "").split("\\s+", -1);
    int first = 0;
    while (first < words.length && words[first].matches("[A-Z_]+=.*")) {
      first++;
    }
    if (first == words.length || !words[first].matches("(.*/)?lifeline(\\.cmd)?")) {
      return;
    }
    List<String> own = new ArrayList<>();
    for (String word : Arrays.asList(words).subList(first + 1, words.length)) {
      if (word.matches("[|&;<>].*|#.*|\\d?>.*")) {
        break;
      }
      own.add(word);
    }
    calls.add(own);
  }
}
