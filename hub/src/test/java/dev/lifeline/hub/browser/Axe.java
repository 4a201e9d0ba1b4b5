package dev.lifeline.hub.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Deque's axe-core, which finds what keeps people with a screen reader or a keyboard out. */
final class Axe {
  private static final String SOURCE = read();

  /** Every violation as a line: the rule, and where it is broken. */
  private static final String RUN =
      """
      async () => (await axe.run(document, {resultTypes: ['violations']})).violations.flatMap(
        rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`))
      """;

  private Axe() {}

  static List<?> violations(Page page) {
    // an evaluation of the debugger's, which no content policy stops
    page.evaluate(SOURCE);
    return (List<?>) page.evaluate(RUN);
  }

  private static String read() {
    try {
      return Files.readString(Path.of("../peers/node_modules/axe-core/axe.min.js"));
    } catch (IOException e) {
      throw new UncheckedIOException("axe-core is missing: run ./test, which installs it", e);
    }
  }
}
