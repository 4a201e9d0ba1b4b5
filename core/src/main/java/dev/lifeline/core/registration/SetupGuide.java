package dev.lifeline.core.registration;

import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.problem.SetupStep;
import java.util.ArrayList;
import java.util.List;

/**
 * The setup guide, for doing everything by hand, with the values of a connection where there is one
 * (Setup guide). Immutable.
 */
public final class SetupGuide {
  private static final int WIDTH = 79;
  private static final String INDENT = "   ";
  private static final String COMMAND = "lifeline ";

  private final List<Section> sections;

  private SetupGuide(GuideValues values) {
    this.sections = new GuideSteps(values).sections();
  }

  /** With placeholders, and what differs from cloud to cloud. */
  public static SetupGuide general() {
    return new SetupGuide(GuideValues.placeholders());
  }

  /** With the values of a connection. */
  public static SetupGuide of(ServiceConnection connection) {
    return new SetupGuide(GuideValues.of(ConnectionFields.of(connection)));
  }

  /** With what is filled in so far; placeholders stand for the rest, and for what cannot be. */
  public static SetupGuide of(ConnectionFields fields) {
    return new SetupGuide(GuideValues.of(fields));
  }

  /**
   * One step of the guide.
   *
   * @param step which
   * @param paragraphs what is to be done; each one line, however long; one that begins with {@code
   *     lifeline} is a command to be pasted
   */
  public record Section(SetupStep step, List<String> paragraphs) {
    public Section {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** The steps, in the order in which they are done. */
  public List<Section> sections() {
    return sections;
  }

  /** The whole for a terminal of 80 columns; an address or a command that is longer stays whole. */
  public String text() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      lines.add((i + 1) + ". " + section.step().title());
      section.paragraphs().forEach(paragraph -> lines.addAll(wrapped(paragraph)));
      lines.add("");
    }
    lines.remove(lines.size() - 1);
    return String.join("\n", lines) + "\n";
  }

  private static List<String> wrapped(String paragraph) {
    if (paragraph.startsWith(COMMAND)) {
      return List.of(INDENT + "  " + paragraph);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(INDENT);
    for (String word : paragraph.split(" ", -1)) {
      boolean begun = line.length() > INDENT.length();
      if (begun && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(INDENT);
        begun = false;
      }
      line.append(begun ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
