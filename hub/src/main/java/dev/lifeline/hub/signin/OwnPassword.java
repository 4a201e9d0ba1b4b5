package dev.lifeline.hub.signin;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.access.SignedIn.Moment;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Session;
import dev.lifeline.hub.password.NewPassword;
import dev.lifeline.hub.web.Form;
import dev.lifeline.hub.web.Form.Field;
import dev.lifeline.hub.web.FormFields;
import dev.lifeline.hub.web.LocalPath;
import dev.lifeline.hub.web.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A person's own password, changed by whoever knows the present one; ends the person's sessions and
 * begins a new one here.
 */
public final class OwnPassword {
  private static final String PRESENT = "password";

  private final Means means;

  /** For a hub. */
  public OwnPassword(Means means) {
    this.means = means;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.PASSWORD_SHOW, this::show).onSlow(Route.PASSWORD, this::change);
  }

  private Reply show(Call call) {
    means.requireLocalAccounts();
    return means.pages().form(call.http(), form(call));
  }

  private Supplier<Reply> change(Call call) {
    means.requireLocalAccounts();
    FormFields form = call.http().form();
    Person person = call.caller().person();
    Optional<String> objection = NewPassword.objection(form, person);
    Optional<Secret> present = form.secret(PRESENT);
    if (objection.isPresent() || present.isEmpty()) {
      return () -> refused(call, 400, objection.orElse("Give the present password."));
    }
    Tries tries = Tries.of(person.uniqueName(), call.http().from());
    Duration wait = tries.begin(call.tables(), call.now());
    if (!wait.isZero()) {
      return () -> refused(call, 429, "Too many tries. Wait a minute.");
    }
    @Nullable String hash = call.tables().people().passwordHash(person.id()).orElse(null);
    Secret chosen = NewPassword.in(form).orElseThrow();
    return () ->
        means.passwords().matches(present.get(), hash)
            ? changed(call, tries, means.passwords().hash(chosen))
            : refused(call, 400, "The present password is wrong.");
  }

  private Reply changed(Call call, Tries tries, String hash) {
    Person person = call.caller().person();
    return means
        .database()
        .inTransaction(
            tables -> {
              Moment moment = new Moment(call.http(), tables, call.now());
              tries.succeeded(tables);
              tables.people().setPasswordHash(person.id(), hash);
              tables.sessions().endAll(person.id());
              moment.audit("password.changed", person);
              return means
                  .signedIn()
                  .begin(moment, person, Session.Way.PASSWORD, Reply.goOn(LocalPath.HOME));
            });
  }

  private Reply refused(Call call, int status, String why) {
    return means.pages().form(call.http(), form(call).withProblem(why)).status(status);
  }

  private static Form form(Call call) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.password(PRESENT, "Present password", "current-password"));
    fields.addAll(NewPassword.fields());
    fields.add(Field.hidden("csrf", call.csrf()));
    return new Form(
        "Change the password",
        "Other browsers that are signed in as you will have to sign in again.",
        null,
        Route.PASSWORD.template(),
        fields,
        "Change the password",
        List.of(new Form.Link("Back", LocalPath.HOME)));
  }
}
