package dev.lifeline.benchmarks.transfer;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs the scenarios that are asked for, and prints what they took. */
final class Main {
  private final PrintStream out = System.out;
  private final List<String> bars = new ArrayList<>();

  /** Arguments: the launcher, the folder of the test peers, names of scenarios. */
  public static void main(String[] arguments) throws Exception {
    List<String> names = Arrays.asList(arguments).subList(2, arguments.length);
    if (names.contains("--list")) {
      Scenarios.all().forEach(it -> System.out.println(it.name() + "  " + it.title()));
      return;
    }
    List<Scenario> chosen =
        Scenarios.all().stream()
            .filter(it -> names.isEmpty() || names.contains(it.name()))
            .toList();
    if (!names.isEmpty() && chosen.size() != names.size()) {
      System.err.println("error: a scenario is unknown; --list names them");
      System.exit(2);
    }
    new Main().run(chosen, Lab.open(Path.of(arguments[0]), Path.of(arguments[1])));
  }

  private void run(List<Scenario> scenarios, Lab lab) throws Exception {
    for (Scenario scenario : scenarios) {
      Map<String, List<Measured>> runs = scenario.run(lab);
      out.println(
          "| " + scenario.title() + " | wall s (min to max) | CPU s | peak MiB | moved MiB |");
      out.println("| --- | --- | --- | --- | --- |");
      Map<String, Measured> medians = new LinkedHashMap<>();
      runs.forEach(
          (name, all) -> {
            medians.put(name, Measured.median(all));
            out.println(line(name, all));
          });
      out.println();
      scenario.bars().forEach(it -> bars.add(it.line(scenario.name(), medians)));
    }
    out.println("| bar | at most | reached | holds |");
    out.println("| --- | --- | --- | --- |");
    bars.forEach(out::println);
  }

  private static String line(String name, List<Measured> runs) {
    Measured median = Measured.median(runs);
    return String.format(
        Locale.ROOT,
        "| %s | %.2f (%.2f to %.2f) | %.2f | %.0f | %d |",
        name,
        median.wall(),
        runs.stream().mapToDouble(Measured::wall).min().orElseThrow(),
        runs.stream().mapToDouble(Measured::wall).max().orElseThrow(),
        median.cpu(),
        median.peak(),
        median.moved() / Blob.MEBIBYTE);
  }
}
