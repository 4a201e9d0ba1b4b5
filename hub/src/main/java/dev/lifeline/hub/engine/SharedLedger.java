package dev.lifeline.hub.engine;

import dev.lifeline.core.rate.Counter;
import dev.lifeline.core.rate.Ledger;
import dev.lifeline.core.rate.UsedCalls;
import dev.lifeline.hub.store.Database;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Keeps used calls in the database, so that LCS's limits hold over all nodes. Thread-safe. */
final class SharedLedger implements Ledger {
  private final Database database;

  SharedLedger(Database database) {
    this.database = database;
  }

  @Override
  public <R> R change(List<Counter> counters, Function<UsedCalls, R> step) {
    SortedMap<String, Counter> ordered = new TreeMap<>(); // whoever takes several takes turns
    counters.forEach(counter -> ordered.put(counter.name(), counter));
    return database.inTransaction(
        tables -> {
          UsedCalls calls = new UsedCalls();
          ordered.keySet().forEach(name -> calls.add(tables.callCounts().lock(name)));
          R result = step.apply(calls);
          ordered.forEach((name, counter) -> tables.callCounts().put(name, calls.text(counter)));
          return result;
        });
  }
}
