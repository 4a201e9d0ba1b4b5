package dev.lifeline.hub.guide;

import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.Geography;
import dev.lifeline.hub.page.Input;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The setup guide.
 *
 * @param isPart whether only the steps were asked for
 * @param form what is filled in so far
 * @param problems what is wrong with it
 * @param steps what is to be done
 * @param dialog where the dialog is that makes the connection, filled in; empty for who may not
 * @param isWhole whether the dialog needs nothing but the password
 */
public record GuideView(
    boolean isPart,
    GuideForm form,
    Map<ConnectionField, String> problems,
    List<Step> steps,
    String dialog,
    boolean isWhole)
    implements View {
  public GuideView {
    problems = problems.isEmpty() ? Map.of() : new EnumMap<>(problems);
    steps = List.copyOf(steps);
  }

  /**
   * A step.
   *
   * @param id by which a link finds it
   * @param title as errors name it
   */
  public record Step(String id, String title, List<Paragraph> paragraphs) {
    public Step {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /**
   * A part of a step.
   *
   * @param id of a command, so that it can be copied
   * @param isCommand whether it is to be pasted into a shell
   */
  public record Paragraph(String id, String text, boolean isCommand) {}

  @Override
  public String template() {
    return isPart ? "guide/steps.jte" : "guide/guide.jte";
  }

  @Override
  public Section section() {
    return Section.SETUP_GUIDE;
  }

  /** The fields in which people type. */
  public List<Input> inputs() {
    return List.of(
        input(ConnectionField.USERNAME, "my-username"),
        input(ConnectionField.CLIENT_ID, "my-client-id"),
        input(ConnectionField.NAME, "my-name"));
  }

  private Input input(ConnectionField field, String name) {
    String meaning = field.meaning();
    String hint = meaning.substring(0, 1).toUpperCase(Locale.ROOT) + meaning.substring(1) + ".";
    return Input.of(name, field.title(), form.text(field), hint).withProblem(problems.get(field));
  }

  /** The clouds to choose from. */
  public List<Cloud> clouds() {
    return List.of(Cloud.values());
  }

  /** The geographies to choose from. */
  public List<Geography> geographies() {
    return List.of(Geography.values());
  }
}
