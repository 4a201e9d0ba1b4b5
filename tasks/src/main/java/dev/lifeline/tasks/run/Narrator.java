package dev.lifeline.tasks.run;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.text.Figures;
import dev.lifeline.core.time.Time;
import dev.lifeline.tasks.host.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Tells what happens: the bytes of a file each 10 % or 30 s, a state when it changes and each 5
 * minutes, since an agent's log is read from afar.
 */
final class Narrator implements Listener {
  private static final Duration BYTES = Duration.ofSeconds(30);
  private static final Duration STATE = Duration.ofMinutes(5);

  private final Log log;
  private final Time time;
  private String file = "";
  private long most;
  private int tenth;
  private String state = "";
  private Instant told = Instant.EPOCH;

  Narrator(Log log, Time time) {
    this.log = log;
    this.time = time;
  }

  @Override
  public synchronized void on(Event event) {
    if (event instanceof Event.Moved moved) {
      moved(moved);
    } else if (event instanceof Event.Looked looked) {
      looked(looked);
    } else if (event instanceof Event.Retrying retrying) {
      log.line("trying again in " + Figures.duration(retrying.delay()) + ": " + retrying.reason());
    } else if (event instanceof Event.Noted noted) {
      log.line(noted.text());
    } else if (event instanceof Event.Answered answered) {
      log.detail(words(answered));
    }
  }

  private static String words(Event.Answered answered) {
    String id = answered.requestId() == null ? "" : ", request id " + answered.requestId();
    return String.format(
        Locale.ROOT,
        "%s %s -> %d in %d ms%s",
        answered.method(),
        answered.address(),
        answered.status(),
        answered.duration().toMillis(),
        id);
  }

  private void looked(Event.Looked looked) {
    Instant now = time.instant();
    boolean due = Duration.between(told, now).compareTo(STATE) >= 0;
    if (!looked.status().equals(state)) {
      log.stage(looked.status());
    }
    if (due || !looked.status().equals(state)) {
      state = looked.status();
      told = now;
      Duration typical = looked.typical();
      log.line(
          looked.what()
              + ": "
              + looked.status()
              + ", after "
              + Figures.duration(looked.elapsed())
              + (typical == null ? "" : ", usually " + Figures.duration(typical)));
    }
  }

  private void moved(Event.Moved moved) {
    if (!moved.file().equals(file)) {
      file = moved.file();
      most = 0;
      tenth = 0;
      told = time.instant();
    }
    if (moved.doneBytes() <= most) {
      return; // blocks travel side by side, and their news may overtake each other
    }
    most = moved.doneBytes();
    long total = Math.max(1, moved.totalBytes());
    int now = (int) (most * 10 / total);
    boolean due = Duration.between(told, time.instant()).compareTo(BYTES) >= 0;
    if (now > tenth || due) {
      tenth = now;
      told = time.instant();
      int percent = (int) (most * 100 / total);
      log.progress(percent, moved.file());
      log.line(moved.file() + ": " + percent + " % of " + Figures.size(moved.totalBytes()));
    }
  }
}
