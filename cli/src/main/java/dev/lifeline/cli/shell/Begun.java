package dev.lifeline.cli.shell;

import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.servicing.Operation;
import dev.lifeline.core.servicing.Started;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operations that a command begins: each is told at once, with the way to join it again. */
public final class Begun {
  private final Shell shell;
  private final ProjectId project;
  private @Nullable Started last;

  public Begun(Shell shell, ProjectId project) {
    this.shell = shell;
    this.project = project;
  }

  /** The project in which they are begun. */
  public ProjectId project() {
    return project;
  }

  /** Tells of one as soon as it is started, or found started. */
  public void tell(Started started, String title) {
    last = started;
    shell
        .console()
        .warn(
            (started.joined() ? "following " : "started ")
                + title
                + ": activity id "
                + started.operation().activity());
    following(started.operation()).noteHowToJoin(shell.console());
  }

  /** Does it; whoever stops it is told how to go on with the last that was begun. */
  public <T> T toTheEnd(Supplier<T> work) {
    try {
      return work.get();
    } catch (LifelineException e) {
      throw last == null ? e : following(last.operation()).withWayBack(e);
    }
  }

  /** The last that was begun. */
  public Started last() {
    if (last == null) {
      throw new IllegalStateException("nothing was begun");
    }
    return last;
  }

  /** How to join an operation again. */
  public Following following(Operation operation) {
    return new Following(operation, shell.sameAgain(project));
  }
}
