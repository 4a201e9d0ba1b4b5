package dev.lifeline.hub.page;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name under which it is sent
 * @param label what people call it
 * @param value what stands in it; never a secret
 * @param hint what belongs into it, a sentence, or empty
 * @param problem what is wrong with it, or null
 */
public record Input(
    String name, String label, String value, String hint, @Nullable String problem) {
  /** One that nothing is wrong with. */
  public static Input of(String name, String label, String value, String hint) {
    return new Input(name, label, value, hint, null);
  }

  /** The same, wrong. */
  public Input withProblem(@Nullable String what) {
    return new Input(name, label, value, hint, what);
  }

  /** The ids of what explains it, for {@code aria-describedby}. */
  public String describedBy() {
    return (hint.isEmpty() ? "" : name + "-hint ") + name + "-problem";
  }
}
