package dev.lifeline.hub.connection;

import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.connection.ConnectionForm.Words;
import dev.lifeline.hub.connection.DialogView.Kind;
import dev.lifeline.hub.connection.DialogView.Part;
import dev.lifeline.hub.connection.DialogView.Purpose;
import dev.lifeline.hub.endpoint.Wording;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Target;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.web.FormFields;
import dev.lifeline.hub.web.Reply;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The dialog that makes a connection, changes it, renames it in a project, or gives it another
 * password. It is checked field by field, then verified or saved.
 */
public final class ConnectionDialog {
  private final TemplatedPages pages;
  private final Saving saving;
  private final Proving proving;

  /** For a hub. */
  public ConnectionDialog(TemplatedPages pages, Saving saving, Proving proving) {
    this.pages = pages;
    this.saving = saving;
    this.proving = proving;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.CONNECTION_NEW_PAGE, call -> show(call, Kind.NEW))
        .onSlow(Route.CONNECTION_NEW, call -> receive(call, Kind.NEW))
        .on(Route.CONNECTION_EDIT_PAGE, call -> show(call, editing(call)))
        .onSlow(Route.CONNECTION_EDIT, call -> receive(call, editing(call)))
        .on(Route.CONNECTION_PASSWORD_PAGE, call -> show(call, Kind.PASSWORD))
        .onSlow(Route.CONNECTION_PASSWORD, call -> receive(call, Kind.PASSWORD));
  }

  /**
   * What was filled in, found right as far as can be told without asking anybody.
   *
   * @param target as the connection will be stored
   * @param password null when the stored one stays
   */
  record Filled(Purpose purpose, ConnectionForm form, Target target, @Nullable Secret password) {}

  private Reply show(Call call, Kind kind) {
    ConnectionForm form =
        call.connectionIfAny()
            .map(each -> stored(call, each))
            .orElseGet(() -> ConnectionForm.prefilled(call.http()));
    Purpose purpose = purpose(call, kind, call.http().query("return").orElse(""));
    Part part = TemplatedPages.isScripted(call.http()) ? Part.DIALOG : Part.PAGE;
    return pages.page(call, new DialogView(part, purpose, form, Map.of(), List.of()));
  }

  private Supplier<Reply> receive(Call call, Kind kind) {
    FormFields fields = call.http().form();
    Purpose purpose = purpose(call, kind, fields.text("return"));
    ConnectionForm form = filled(call, kind, fields);
    Target target = target(call, form);
    @Nullable Secret password = fields.secret(ConnectionForm.PASSWORD).orElse(null);
    Filled filled = new Filled(purpose, form, target, password);
    Map<ConnectionField, String> problems = problems(call, filled);
    if (!problems.isEmpty()) {
      Part part = TemplatedPages.isScripted(call.http()) ? Part.PROBLEMS : Part.PAGE;
      Reply reply =
          pages
              .page(call, new DialogView(part, purpose, form, problems, List.of()))
              .status(Proving.UNPROCESSABLE);
      return () -> reply;
    }
    return switch (fields.text("intent")) {
      case "verify" -> proving.prove(call, filled, false);
      case "verify-and-save" -> proving.prove(call, filled, true);
      default -> {
        Reply saved = saving.save(call, filled);
        yield () -> saved;
      }
    };
  }

  /** Whoever does not own it may rename it in the project, and no more. */
  private static Kind editing(Call call) {
    return call.powersOn(call.connection()).contains(Power.OWN) ? Kind.EDIT : Kind.RENAME;
  }

  private static Purpose purpose(Call call, Kind kind, String asked) {
    Optional<Connection> stored = call.connectionIfAny();
    String back = stored.map(each -> Places.of(call, each)).orElse(Places.connections(call));
    String action =
        switch (kind) {
          case NEW -> back + "/new";
          case EDIT, RENAME -> back + "/edit";
          case PASSWORD -> back + "/password";
        };
    String goOn = Places.goOn(call, asked);
    String name = stored.map(each -> call.reference(each).name()).orElse("");
    return new Purpose(kind, name, action, goOn.isEmpty() ? back : goOn, goOn);
  }

  private static ConnectionForm stored(Call call, Connection connection) {
    ProjectReference here = call.reference(connection);
    return ConnectionForm.of(
        connection.target(),
        new Words(here.name(), Objects.requireNonNullElse(here.description(), "")));
  }

  private static ConnectionForm filled(Call call, Kind kind, FormFields fields) {
    ConnectionForm sent = ConnectionForm.of(fields);
    return switch (kind) {
      case NEW, EDIT -> sent;
      case RENAME -> ConnectionForm.of(call.connection().target(), sent.words());
      case PASSWORD -> stored(call, call.connection());
    };
  }

  private static Target target(Call call, ConnectionForm form) {
    Target target = form.target();
    String type =
        call.connectionIfAny().map(each -> each.target().type()).orElse(ConnectionForm.TYPE);
    return new Target(type, target.url(), target.apiUrl(), target.username(), target.clientId());
  }

  private static Map<ConnectionField, String> problems(Call call, Filled filled) {
    Kind kind = filled.purpose().kind();
    Map<ConnectionField, String> problems = new EnumMap<>(ConnectionField.class);
    if (kind.hasTarget()) {
      problems.putAll(filled.form().problems());
    }
    passwordProblem(call, filled)
        .ifPresent(problem -> problems.put(ConnectionField.PASSWORD, problem));
    if (kind != Kind.PASSWORD) {
      Words words = filled.form().words();
      nameProblem(call, words.name())
          .ifPresent(problem -> problems.put(ConnectionField.NAME, problem));
      Wording.descriptionProblem(words.description())
          .ifPresent(problem -> problems.put(ConnectionField.DESCRIPTION, problem));
    }
    return problems;
  }

  private static Optional<String> nameProblem(Call call, String name) {
    boolean isUnchanged =
        call.connectionIfAny()
            .map(each -> call.reference(each).name().equalsIgnoreCase(name))
            .orElse(false);
    return isUnchanged ? Optional.empty() : Wording.nameProblem(call, call.project(), name);
  }

  /** A stored password goes only where it was given for. */
  private static Optional<String> passwordProblem(Call call, Filled filled) {
    @Nullable Secret password = filled.password();
    if (password != null) {
      return password.hasOuterBlanks()
          ? Optional.of("It begins or ends with a blank, which Entra ID does not accept.")
          : Optional.empty();
    }
    return switch (filled.purpose().kind()) {
      case NEW, PASSWORD -> Optional.of("It is missing.");
      case EDIT ->
          filled.target().sendsSecretsWhere(call.connection().target())
              ? Optional.empty()
              : Optional.of("It has to be given again, because an address changes.");
      case RENAME -> Optional.empty();
    };
  }
}
