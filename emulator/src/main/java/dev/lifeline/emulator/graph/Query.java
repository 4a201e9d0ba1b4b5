package dev.lifeline.emulator.graph;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a query that shape an answer: {@code $select} and {@code $filter}. */
final class Query {

  private static final Pattern COMPARISON =
      Pattern.compile("\\s*(?<name>\\w+)\\s+eq\\s+'(?<value>(?:[^']|'')*)'\\s*(?:and\\b|$)");

  private final Map<String, String> parameters;

  private Query(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  static Query of(Call call) {
    return new Query(call.queryParameters());
  }

  /** The object with the fields that were asked for; all of them if none were. */
  Map<String, @Nullable Object> select(Fields object) {
    String select = parameters.getOrDefault("$select", "");
    Map<String, @Nullable Object> selected = new LinkedHashMap<>(object.tree());
    if (!select.isBlank()) {
      selected.keySet().retainAll(List.of(select.strip().split("\\s*,\\s*", -1)));
    }
    return selected;
  }

  /**
   * Whether an object is to be listed: all texts are as the filter says, which knows {@code eq} and
   * {@code and}.
   *
   * @param names the fields that can be filtered by
   * @throws RefusedException if the filter says anything else
   */
  Predicate<Fields> filter(Set<String> names) throws RefusedException {
    String filter = parameters.getOrDefault("$filter", "");
    List<Predicate<Fields>> all = new ArrayList<>();
    Matcher comparison = COMPARISON.matcher(filter);
    int from = 0;
    while (from < filter.length()) {
      if (!comparison.find(from) || comparison.start() != from) {
        throw RefusedException.badRequest("Invalid filter clause.");
      }
      String name = comparison.group("name");
      String value = comparison.group("value").replace("''", "'");
      if (!names.contains(name)) {
        throw RefusedException.badRequest("Unsupported filter by '%s'.".formatted(name));
      }
      all.add(object -> value.equals(object.tree().get(name)));
      from = comparison.end();
    }
    return object -> all.stream().allMatch(it -> it.test(object));
  }
}
