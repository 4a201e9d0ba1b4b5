package dev.lifeline.cli.demo;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs the steps one after the other and shows each with its time. */
final class DemoSteps {
  private final Shell shell;
  private final List<Map<String, Object>> done = new ArrayList<>();

  DemoSteps(Shell shell) {
    this.shell = shell;
  }

  <T> T step(String name, Supplier<T> work, Function<T, String> finding) {
    Instant begun = shell.host().time().instant();
    T result = work.get();
    Duration duration = Duration.between(begun, shell.host().time().instant());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("status", "passed");
    json.put("seconds", Figures.seconds(duration));
    done.add(json);
    shell
        .console()
        .line(
            String.format(
                Locale.ROOT,
                "  done  %-28s %7s  %s",
                name,
                Figures.duration(duration),
                finding.apply(result)));
    return result;
  }

  List<Map<String, Object>> json() {
    return List.copyOf(done);
  }
}
