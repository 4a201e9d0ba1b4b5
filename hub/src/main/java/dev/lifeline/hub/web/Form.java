package dev.lifeline.hub.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page with one form, such as the one to sign in with. Texts are plain, and often foreign: the
 * page escapes them.
 *
 * @param title what it is for
 * @param text a sentence that says more, or empty
 * @param problem what was wrong with what was sent before, or null
 * @param action where the form goes
 * @param fields its fields, from top to bottom; with none, there is no form
 * @param submit what the button says
 * @param links other ways on
 */
public record Form(
    String title,
    String text,
    @Nullable String problem,
    String action,
    List<Field> fields,
    String submit,
    List<Link> links) {
  public Form {
    fields = List.copyOf(fields);
    links = List.copyOf(links);
  }

  /**
   * A field.
   *
   * @param name under which it is sent
   * @param label what people call it; empty for what they do not see
   * @param value what stands in it; never a password
   * @param autocomplete what browsers and password managers may fill in (HTML's names)
   */
  public record Field(String name, String label, Kind kind, String value, String autocomplete) {
    /** What people type. */
    public static Field text(String name, String label, String value, String autocomplete) {
      return new Field(name, label, Kind.TEXT, value, autocomplete);
    }

    /** What people type unseen. */
    public static Field password(String name, String label, String autocomplete) {
      return new Field(name, label, Kind.PASSWORD, "", autocomplete);
    }

    /** What is sent along. */
    public static Field hidden(String name, String value) {
      return new Field(name, "", Kind.HIDDEN, value, "off");
    }
  }

  /** Kinds of fields, as HTML has them. */
  public enum Kind {
    TEXT,
    PASSWORD,
    HIDDEN
  }

  /** Another way on. */
  public record Link(String label, String place) {}

  /** The same, saying what was wrong. */
  public Form withProblem(String what) {
    return new Form(title, text, what, action, fields, submit, links);
  }
}
