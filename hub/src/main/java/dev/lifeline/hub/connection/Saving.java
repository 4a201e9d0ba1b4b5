package dev.lifeline.hub.connection;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.connection.ConnectionDialog.Filled;
import dev.lifeline.hub.connection.DialogView.Kind;
import dev.lifeline.hub.endpoint.EndpointJson;
import dev.lifeline.hub.endpoint.EndpointUpdates;
import dev.lifeline.hub.endpoint.NewEndpoints;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Labels;
import dev.lifeline.hub.page.Notice;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.pipeline.Pipelines;
import dev.lifeline.hub.verification.LiveVerifications;
import dev.lifeline.hub.web.Reply;
import java.util.Locale;

/** Saves what the dialog was filled in with, as the REST API would. */
public final class Saving {
  private final NewEndpoints creation;
  private final EndpointUpdates updates;

  /** For a hub. */
  public Saving(NewEndpoints creation, EndpointUpdates updates) {
    this.creation = creation;
    this.updates = updates;
  }

  /** Saves what was proved just now, and leads on. */
  Reply saveProved(Call call, Filled filled) {
    Connection saved = saved(call, filled);
    call.tables().states().verified(saved.id(), call.now(), null);
    return leadOn(call, place(call, filled, saved));
  }

  /** Saves it, proved or not, and leads on. */
  Reply save(Call call, Filled filled) {
    Connection saved = saved(call, filled);
    LiveVerifications.proof(call, call.http().form().text("verification"), filled.target())
        .ifPresent(run -> call.tables().states().verified(saved.id(), run.begun(), null));
    return leadOn(call, place(call, filled, saved));
  }

  /** A script follows where it is told to; a browser follows by itself. */
  static Reply leadOn(Call call, String place) {
    return TemplatedPages.isScripted(call.http())
        ? Reply.html("").header("HX-Redirect", place)
        : Reply.goOn(place);
  }

  private Connection saved(Call call, Filled filled) {
    return filled.purpose().kind() == Kind.NEW
        ? created(call, filled)
        : updates.update(call, call.connection(), json(call, filled));
  }

  private Connection created(Call call, Filled filled) {
    Connection connection = creation.create(call, json(call, filled));
    if (!call.http().form().text("all-pipelines").isEmpty()) {
      Pipelines.openToAll(call.again(), connection, true);
    }
    return connection;
  }

  private static EndpointJson json(Call call, Filled filled) {
    Labels given = filled.form().labels();
    Labels labels =
        call.connectionIfAny()
            .map(
                stored ->
                    new Labels(
                        given.name(),
                        given.description(),
                        stored.labels().owner(),
                        stored.labels().managementReference()))
            .orElse(given);
    return EndpointJson.of(filled.target(), labels, filled.password(), call.project());
  }

  private static String place(Call call, Filled filled, Connection saved) {
    String goOn = filled.purpose().goOn();
    String what = filled.purpose().kind().name().toLowerCase(Locale.ROOT);
    if (!goOn.isEmpty()) {
      String chosen = goOn + (goOn.contains("?") ? "&" : "?") + "connection=" + saved.id();
      return Notice.at(chosen, "connection", what);
    }
    return Notice.at(Places.of(call, saved), "connection", what);
  }
}
