package dev.lifeline.hub.connection;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.connection.ConnectionDialog.Filled;
import dev.lifeline.hub.connection.DialogView.Part;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.VerificationRun;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.verification.LiveVerifications;
import dev.lifeline.hub.verification.StepJson;
import dev.lifeline.hub.verification.Verification;
import dev.lifeline.hub.verification.Verification.Outcome;
import dev.lifeline.hub.verification.Verification.Trial;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Verifies, while somebody watches: with scripts step by step, without them when all is done. The
 * password never comes back: with scripts it stays where it was typed, and is sent again to be
 * saved once it is proved.
 */
public final class Proving {
  static final int UNPROCESSABLE = 422;

  private final TemplatedPages pages;
  private final Database database;
  private final Verification verification;
  private final LiveVerifications live;
  private final Saving saving;

  /** For a hub. */
  public Proving(
      TemplatedPages pages,
      Database database,
      Verification verification,
      LiveVerifications live,
      Saving saving) {
    this.pages = pages;
    this.database = database;
    this.verification = verification;
    this.live = live;
    this.saving = saving;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.onSlow(Route.CONNECTION_VERIFY, this::proveStored).on(Route.VERIFICATION, this::watch);
  }

  /** Verifies what was filled in, and saves it if that is wanted and it works. */
  Supplier<Reply> prove(Call call, Filled filled, boolean thenSave) {
    Trial trial =
        call.connectionIfAny()
            .map(stored -> verification.ofStored(call, stored, filled.target(), filled.password()))
            .orElseGet(() -> Verification.ofUnsaved(call, filled.target(), filled.password()));
    return TemplatedPages.isScripted(call.http())
        ? started(call, trial, thenSave)
        : () -> proved(call, filled, verification.run(trial, step -> {}), thenSave);
  }

  private Supplier<Reply> started(Call call, Trial trial, boolean thenSave) {
    LiveVerifications.Prepared run = live.prepare(call, verification, trial);
    String id = run.id().toString();
    Reply begun = pages.page(call, RunView.begun(id, place(call, id, 0, thenSave)));
    return () -> {
      run.start().run();
      return begun;
    };
  }

  private Reply proved(Call call, Filled filled, Outcome outcome, boolean thenSave) {
    if (thenSave && outcome.problem() == null) {
      return database.inTransaction(tables -> saving.saveProved(call.within(tables), filled));
    }
    return pages.page(
        call,
        new DialogView(
            Part.PAGE, filled.purpose(), filled.form(), Map.of(), StepJson.all(outcome)));
  }

  private Supplier<Reply> proveStored(Call call) {
    Connection connection = call.connection();
    Trial trial = verification.ofStored(call, connection, connection.target(), null);
    call.audit("connection.verified", connection, call.reference(connection).name());
    if (TemplatedPages.isScripted(call.http())) {
      return started(call, trial, false);
    }
    LiveVerifications.Prepared run = live.prepare(call, verification, trial);
    return () -> {
      run.start().run();
      return Reply.goOn(place(call, run.id().toString(), 0, false));
    };
  }

  private Reply watch(Call call) {
    String id = call.http().parameter("verificationId").orElse("");
    VerificationRun run =
        LiveVerifications.find(call, id)
            .orElseThrow(
                () ->
                    Fault.NOT_FOUND.refuse(
                        "There is no such verification any more. Start another one."));
    List<StepJson> steps = StepJson.read(run.progress().steps());
    boolean isPart = TemplatedPages.isScripted(call.http());
    int seen = isPart ? Math.min(number(call.http().query("after").orElse("")), steps.size()) : 0;
    boolean thenSave = call.http().query("then").isPresent();
    return pages.page(
        call,
        new RunView(
            isPart ? RunView.Part.MORE : RunView.Part.PAGE,
            id,
            steps.subList(seen, steps.size()),
            LiveVerifications.state(run, call.now()),
            new RunView.Next(place(call, id, steps.size(), thenSave), back(call, run), thenSave)));
  }

  private static String back(Call call, VerificationRun run) {
    return Optional.ofNullable(run.connection())
        .map(id -> Places.connections(call) + "/" + id)
        .orElse(Places.connections(call));
  }

  private static String place(Call call, String id, int after, boolean thenSave) {
    String place = Places.project(call) + "/_settings/verifications/" + id + "?after=" + after;
    return thenSave ? place + "&then=save" : place;
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
  }
}
