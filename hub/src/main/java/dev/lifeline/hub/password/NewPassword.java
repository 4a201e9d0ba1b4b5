package dev.lifeline.hub.password;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.web.Form.Field;
import dev.lifeline.hub.web.FormFields;
import java.util.List;
import java.util.Optional;

/** A password that somebody chose, typed twice. */
public final class NewPassword {
  private static final String CHOSEN = "new-password";
  private static final String AGAIN = "again";
  private static final PasswordRule RULE = new PasswordRule();

  private NewPassword() {}

  /** What asks for one. */
  public static List<Field> fields() {
    return List.of(
        Field.password(
            CHOSEN,
            "New password, of " + PasswordRule.SHORTEST + " characters or more",
            "new-password"),
        Field.password(AGAIN, "The same again", "new-password"));
  }

  /** What was typed. */
  public static Optional<Secret> in(FormFields form) {
    return form.secret(CHOSEN);
  }

  /** Why what was typed is not good, as a sentence; empty when it is. */
  public static Optional<String> objection(FormFields form, Person person) {
    Optional<Secret> chosen = in(form);
    if (chosen.isEmpty()) {
      return Optional.of("Choose a password.");
    }
    if (!chosen.equals(form.secret(AGAIN))) {
      return Optional.of("The two passwords are not the same.");
    }
    return RULE.objection(chosen.get(), List.of(person.uniqueName(), person.displayName()));
  }
}
