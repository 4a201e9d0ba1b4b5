package dev.lifeline.tasks.host;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Environment variables, in which an empty or blank one counts as not there. */
record Variables(Map<String, String> all) {
  Optional<String> text(String name) {
    return Optional.ofNullable(all.get(name)).filter(value -> !value.isBlank());
  }

  /** As it is, blanks and all; empty only when there is none. */
  Optional<String> exact(String name) {
    return Optional.ofNullable(all.get(name)).filter(value -> !value.isEmpty());
  }

  boolean isTrue(String name) {
    return "true".equalsIgnoreCase(all.getOrDefault(name, "").strip());
  }

  /** An input, by the rule that Azure Pipelines and GitHub share for names without hyphens. */
  Optional<String> input(String name) {
    return text("INPUT_" + name.replace(' ', '_').replace('.', '_').toUpperCase(Locale.ROOT));
  }

  /** The first two of them that are there, joined; empty when one is missing. */
  Optional<String> pair(String first, String second) {
    return text(first).flatMap(one -> text(second).map(other -> one + " " + other));
  }
}
