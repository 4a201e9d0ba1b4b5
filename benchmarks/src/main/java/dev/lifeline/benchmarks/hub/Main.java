package dev.lifeline.benchmarks.hub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs the scenarios that are asked for on the databases that are asked for. */
final class Main {
  private static final List<Scenario> SCENARIOS = List.of(new Brokerage(), new Listing());

  private Main() {}

  /** Arguments: the launcher, names of scenarios and of databases. */
  public static void main(String[] arguments) throws Exception {
    List<String> names = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
    if (names.contains("--list")) {
      SCENARIOS.forEach(it -> System.out.println(it.name() + "  " + it.title()));
      return;
    }
    List<Lab.Store> stores = new ArrayList<>();
    for (Lab.Store store : Lab.Store.values()) {
      if (names.remove(store.name().toLowerCase(Locale.ROOT))) {
        stores.add(store);
      }
    }
    List<Scenario> chosen =
        SCENARIOS.stream().filter(it -> names.isEmpty() || names.contains(it.name())).toList();
    if (!names.isEmpty() && chosen.size() != names.size()) {
      System.err.println("error: a scenario is unknown; --list names them");
      System.exit(2);
    }
    Bars bars = new Bars();
    for (Lab.Store store : stores.isEmpty() ? List.of(Lab.Store.values()) : stores) {
      Lab lab = Lab.open(Path.of(arguments[0]), store);
      for (Scenario scenario : chosen) {
        scenario.run(lab, store.title(), System.out, bars);
      }
      lab.end();
    }
    bars.print();
    System.exit(0);
  }
}
