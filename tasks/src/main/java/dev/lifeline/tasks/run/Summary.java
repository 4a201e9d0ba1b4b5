package dev.lifeline.tasks.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The page about a run: what was done, with what, where. Thread-safe. */
public final class Summary {
  private final String title;
  private final Map<String, String> facts = new LinkedHashMap<>();

  Summary(String title) {
    this.title = title;
  }

  /** A fact; a later one of the same name replaces it. */
  public synchronized Summary fact(String name, Object value) {
    facts.put(name, String.valueOf(value));
    return this;
  }

  /**
   * The page.
   *
   * @param end how it ended, in a word or a sentence
   */
  synchronized String page(String end) {
    String rows =
        facts.entrySet().stream()
            .map(
                fact ->
                    "| "
                        + Markdown.text(fact.getKey())
                        + " | "
                        + Markdown.text(fact.getValue())
                        + " |\n")
            .collect(Collectors.joining());
    return "### "
        + Markdown.text(title)
        + ": "
        + Markdown.text(end)
        + "\n\n"
        + (rows.isEmpty() ? "" : "| | |\n| --- | --- |\n" + rows);
  }
}
