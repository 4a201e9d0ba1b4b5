package dev.lifeline.cli.shell;

import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.servicing.Servicing;
import dev.lifeline.core.servicing.Started;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A command that starts one operation, and follows it when that was asked for. */
public final class ServicingRun {
  private final Shell shell;
  private final Servicing servicing;
  private final Begun begun;

  public ServicingRun(Shell shell, Servicing servicing, ProjectId project) {
    this.shell = shell;
    this.servicing = servicing;
    this.begun = new Begun(shell, project);
  }

  /**
   * Starts it, follows it, and shows what became of it.
   *
   * @param start starts it once
   * @param title what it is, for people
   * @param patience how to follow it, or null not to
   * @param own what its JSON holds besides what all have
   */
  public void show(
      Supplier<Started> start,
      String title,
      @Nullable Patience patience,
      Map<String, @Nullable Object> own) {
    if (patience == null) {
      Started started = start.get();
      result(started, title, started.joined() ? "Joined" : "Started", own);
      begun.following(started.operation()).noteHowToJoin(shell.console());
      return;
    }
    String status =
        begun.toTheEnd(
            () -> {
              Started started = start.get();
              begun.tell(started, title);
              return servicing.follow(started.operation(), patience).status();
            });
    result(begun.last(), title, status, own);
  }

  private void result(
      Started started, String title, String status, Map<String, @Nullable Object> own) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("activityId", started.operation().activity().value());
    json.put("environmentId", started.operation().target().environment().value());
    json.put("status", status);
    json.put("joined", started.joined());
    json.putAll(own);
    shell
        .console()
        .result(
            json,
            List.of(
                title.replaceFirst("^the ", "") + ": " + status,
                "activity id  " + started.operation().activity()));
  }
}
