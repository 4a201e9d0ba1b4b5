package dev.lifeline.emulator.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests, in the order in which they were answered. Thread-safe. */
public final class ReceivedLog {

  /** How many requests are kept. */
  public static final int LIMIT = 10_000;

  private final Deque<Received> requests = new ArrayDeque<>();

  synchronized void add(Received request) {
    if (requests.size() == LIMIT) {
      requests.removeFirst();
    }
    requests.addLast(request);
  }

  /** What was received, the oldest first. */
  public synchronized List<Received> list() {
    return List.copyOf(requests);
  }

  /** What a service received, the oldest first. */
  public List<Received> of(String service) {
    return list().stream().filter(it -> it.service().equals(service)).toList();
  }

  /** Forgets what was received. */
  public synchronized void clear() {
    requests.clear();
  }
}
