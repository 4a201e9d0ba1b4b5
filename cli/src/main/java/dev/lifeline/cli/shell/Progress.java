package dev.lifeline.cli.shell;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.text.Figures;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Shows what happens: a live line with rate and remaining time on a terminal, a plain line each 10
 * % or 30 s elsewhere.
 */
final class Progress implements Listener {
  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration PLAIN_LINE = Duration.ofSeconds(30);

  private final Console console;
  private final Settings settings;
  private final Time time;
  private @Nullable String file;
  private String state = "";
  private long first;
  private long most;
  private int lastTenth;
  private Instant begun = Instant.EPOCH;
  private Instant shown = Instant.EPOCH;

  Progress(Console console, Settings settings, Time time) {
    this.console = console;
    this.settings = settings;
    this.time = time;
  }

  @Override
  public synchronized void on(Event event) {
    if (event instanceof Event.Moved moved) {
      moved(moved);
    } else if (event instanceof Event.Looked looked) {
      looked(looked);
    } else if (event instanceof Event.Retrying retrying) {
      console.note(
          "trying again in " + Figures.duration(retrying.delay()) + ": " + retrying.reason());
    } else if (event instanceof Event.Noted noted) {
      console.note(noted.text());
    } else if (event instanceof Event.Answered answered && settings.isVerbose()) {
      answered(answered);
    }
  }

  private void answered(Event.Answered answered) {
    console.warn(
        String.format(
            Locale.ROOT,
            "%s %s -> %d in %d ms%s",
            answered.method(),
            answered.address(),
            answered.status(),
            answered.duration().toMillis(),
            answered.requestId() == null ? "" : ", request id " + answered.requestId()));
  }

  private void looked(Event.Looked looked) {
    Duration typical = looked.typical();
    String line =
        looked.what()
            + ": "
            + looked.status()
            + ", after "
            + Figures.duration(looked.elapsed())
            + (typical == null ? "" : ", usually " + Figures.duration(typical));
    if (settings.drawsProgress()) {
      console.live(line);
      return;
    }
    Instant now = time.instant();
    boolean changed = !looked.status().equals(state);
    if (changed || Duration.between(shown, now).compareTo(PLAIN_LINE) >= 0) {
      state = looked.status();
      shown = now;
      console.note(line);
    }
  }

  private void moved(Event.Moved moved) {
    Instant now = time.instant();
    if (!moved.file().equals(file)) {
      file = moved.file();
      begun = now;
      shown = now;
      first = moved.doneBytes();
      most = 0;
      lastTenth = 0;
    }
    if (moved.doneBytes() <= most) {
      return; // blocks travel side by side, and their news may overtake each other
    }
    most = moved.doneBytes();
    boolean done = moved.doneBytes() == moved.totalBytes();
    Duration sinceShown = Duration.between(shown, now);
    int tenth = (int) (moved.doneBytes() * 10 / Math.max(1, moved.totalBytes()));
    if (settings.drawsProgress()) {
      if (done || sinceShown.compareTo(REDRAW) >= 0) {
        shown = now;
        console.live(line(moved, now));
      }
    } else if (tenth > lastTenth || sinceShown.compareTo(PLAIN_LINE) >= 0) {
      lastTenth = tenth;
      shown = now;
      console.note(line(moved, now));
    }
  }

  private String line(Event.Moved moved, Instant now) {
    double seconds = Math.max(0.001, Duration.between(begun, now).toMillis() / 1000.0);
    long rate = (long) ((moved.doneBytes() - first) / seconds);
    String line =
        moved.file()
            + ": "
            + moved.doneBytes() * 100 / Math.max(1, moved.totalBytes())
            + " % of "
            + Figures.size(moved.totalBytes());
    if (seconds < 0.2 || rate == 0) {
      return line;
    }
    long left = (moved.totalBytes() - moved.doneBytes()) / rate;
    String remaining = left == 0 ? "" : ", " + Figures.duration(Duration.ofSeconds(left)) + " left";
    return line + ", " + Figures.size(rate) + "/s" + remaining;
  }
}
