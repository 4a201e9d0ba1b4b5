package dev.lifeline.hub.run;

import dev.lifeline.core.json.Json;
import dev.lifeline.hub.model.EventKind;
import dev.lifeline.hub.model.RunEvent;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.web.Feed;
import java.util.List;
import java.util.UUID;

/** Events of runs as a stream of them, whichever node wrote them. Thread-safe. */
final class RunFeeds {
  private static final int PIECE = 200;

  private final Database database;

  RunFeeds(Database database) {
    this.database = database;
  }

  /** The events of a run behind that number, up to its end. */
  Feed of(UUID run, long after) {
    return new RunFeed(run, after);
  }

  private final class RunFeed implements Feed {
    private final UUID run;
    private long told;

    /** How far the events of all runs had come when it was looked last. */
    private long latest = -1;

    RunFeed(UUID run, long after) {
      this.run = run;
      this.told = after;
    }

    @Override
    public Piece next() {
      return database.inTransaction(
          tables -> {
            long now = tables.runEvents().latest();
            if (now == latest) {
              return new Piece("", false);
            }
            List<RunEvent> events = tables.runEvents().of(run, told, PIECE);
            latest = events.size() < PIECE ? now : -1;
            return piece(events);
          });
    }

    private Piece piece(List<RunEvent> events) {
      StringBuilder text = new StringBuilder();
      boolean isLast = false;
      for (RunEvent event : events) {
        text.append("id: ").append(event.number()).append('\n');
        text.append("event: ").append(event.kind().id()).append('\n');
        text.append("data: ").append(Json.write(RunView.json(event))).append("\n\n");
        told = event.number();
        isLast = event.kind() == EventKind.ENDED;
      }
      return new Piece(text.toString(), isLast);
    }
  }
}
