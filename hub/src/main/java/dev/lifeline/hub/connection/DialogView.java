package dev.lifeline.hub.connection;

import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.Geography;
import dev.lifeline.hub.page.Input;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import dev.lifeline.hub.verification.StepJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The dialog to make or to change a connection.
 *
 * @param part how much of it is shown
 * @param purpose what it is for
 * @param form what is filled in
 * @param problems what is wrong, by field
 * @param steps what a check found that ran meanwhile, without scripts
 */
public record DialogView(
    Part part,
    Purpose purpose,
    ConnectionForm form,
    Map<ConnectionField, String> problems,
    List<StepJson> steps)
    implements View {
  public DialogView {
    problems = problems.isEmpty() ? Map.of() : new EnumMap<>(problems);
    steps = List.copyOf(steps);
  }

  /** How much of the dialog is shown. */
  public enum Part {
    /** A page of its own, as without scripts. */
    PAGE("connection/dialogpage.jte"),
    /** What stands in the dialog. */
    DIALOG("connection/dialog.jte"),
    /** What is wrong, field by field, put beside what was typed. */
    PROBLEMS("connection/dialogproblems.jte");

    private final String template;

    Part(String template) {
      this.template = template;
    }
  }

  /** What can be done with a connection's fields. */
  public enum Kind {
    NEW,
    EDIT,
    RENAME,
    PASSWORD;

    /** The part of the keys of its texts. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean hasTarget() {
      return this == NEW || this == EDIT;
    }
  }

  /**
   * What the dialog is for.
   *
   * @param name of the connection, or empty for a new one
   * @param action where it is sent
   * @param back where Cancel leads
   * @param goOn where saving leads instead of to the connection, or empty
   */
  public record Purpose(Kind kind, String name, String action, String back, String goOn) {}

  @Override
  public String template() {
    return part.template;
  }

  @Override
  public Section section() {
    return Section.CONNECTIONS;
  }

  /** Whether there are addresses and an account to fill in. */
  public boolean hasTarget() {
    return purpose.kind().hasTarget();
  }

  /** Whether there is a password to fill in. */
  public boolean hasPassword() {
    return purpose.kind() != Kind.RENAME;
  }

  /** Whether there are a name and a description to fill in. */
  public boolean hasWords() {
    return purpose.kind() != Kind.PASSWORD;
  }

  /** Whether it makes a connection. */
  public boolean isNew() {
    return purpose.kind() == Kind.NEW;
  }

  /** Whether a check that ran meanwhile has found everything as it should be. */
  public boolean works() {
    return steps.stream().noneMatch(step -> step.status().equals("failed"));
  }

  /** A field of the dialog, named as the setup guide names it. */
  public Input input(String field) {
    ConnectionField named = ConnectionField.valueOf(field);
    return Input.of(name(named), named.title(), value(named), hint(named))
        .withProblem(problems.get(named));
  }

  /** The fields that are there, and so can be wrong. */
  public List<Input> inputs() {
    return List.of(ConnectionField.values()).stream()
        .filter(this::isThere)
        .map(each -> input(each.name()))
        .toList();
  }

  /** The clouds to choose from. */
  public List<Cloud> clouds() {
    return List.of(Cloud.values());
  }

  /** The geographies to choose from. */
  public List<Geography> geographies() {
    return List.of(Geography.values());
  }

  private boolean isThere(ConnectionField field) {
    return switch (field) {
      case AUTHENTICATION_ENDPOINT, API_ENDPOINT, USERNAME, CLIENT_ID -> hasTarget();
      case PASSWORD -> hasPassword();
      case NAME, DESCRIPTION -> hasWords();
      case DEFAULT_PROJECT -> false;
    };
  }

  private static String name(ConnectionField field) {
    return field == ConnectionField.NAME
        ? "connection-name"
        : field.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String value(ConnectionField field) {
    return switch (field) {
      case AUTHENTICATION_ENDPOINT -> form.authority();
      case API_ENDPOINT -> form.api();
      case USERNAME -> form.account().username();
      case CLIENT_ID -> form.account().clientId();
      case NAME -> form.words().name();
      case DESCRIPTION -> form.words().description();
      case PASSWORD, DEFAULT_PROJECT -> "";
    };
  }

  private static String hint(ConnectionField field) {
    return switch (field) {
      case USERNAME, CLIENT_ID -> capital(field.meaning());
      default -> "";
    };
  }

  private static String capital(String clause) {
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
  }
}
