package dev.lifeline.core.servicing;

import dev.lifeline.core.testing.ManualTime;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that moves when somebody sleeps, and in which things happen meanwhile. For one thread. */
final class EventfulTime implements Time {
  private final ManualTime time;
  private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));

  EventfulTime(Instant start) {
    this.time = new ManualTime(start);
  }

  private record Event(Instant at, Runnable happening) {}

  /** It will happen. */
  void in(Duration duration, Runnable happening) {
    events.add(new Event(instant().plus(duration), happening));
  }

  @Override
  public Instant instant() {
    return time.instant();
  }

  @Override
  public void sleep(Duration duration) {
    Instant until = instant().plus(duration);
    for (Event next = events.peek();
        next != null && !next.at().isAfter(until);
        next = events.peek()) {
      events.remove();
      time.sleep(Duration.between(instant(), next.at()));
      next.happening().run();
    }
    time.sleep(Duration.between(instant(), until));
  }
}
