package dev.lifeline.hub.assistant;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.page.Frame;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.snippet.FilledStep;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a page's form was filled in with.
 *
 * @param usable the project's connections that the viewer may use, by name
 * @param connection the one that is chosen, or null
 */
record Filling(
    TaskDefinition task,
    Map<String, String> values,
    List<Connection> usable,
    @Nullable Connection connection) {
  static final String CONNECTION = "connection";

  /** A name that no system would expand; others are left to be found by id. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N} ._()-]+");

  /**
   * What was sent.
   *
   * @param sent a value by its name, or an empty text
   */
  static Filling of(Call call, TaskDefinition task, UnaryOperator<String> sent) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Input input : task.inputs()) {
      if (input.type() != InputType.CONNECTION && !sent.apply(input.name()).isEmpty()) {
        values.put(input.name(), sent.apply(input.name()));
      }
    }
    List<Connection> usable =
        call.tables().connections().in(call.project().id()).stream()
            .filter(each -> call.powersOn(each).contains(Power.USE))
            .sorted(
                Comparator.comparing(each -> call.reference(each).name().toLowerCase(Locale.ROOT)))
            .toList();
    String wanted = sent.apply(CONNECTION);
    Optional<Connection> chosen =
        usable.stream()
            .filter(each -> each.id().toString().equals(wanted))
            .findFirst()
            .or(() -> usable.size() == 1 ? usable.stream().findFirst() : Optional.empty());
    return new Filling(task, values, usable, chosen.orElse(null));
  }

  /** The step that it makes. */
  FilledStep step(Call call) {
    String named = connection == null ? null : name(call, connection);
    return new FilledStep(
        task, values, new FilledStep.Source(URI.create(call.http().address()), named));
  }

  private static String name(Call call, Connection connection) {
    String name = call.reference(connection).name();
    return PLAIN_NAME.matcher(name).matches() ? name : connection.id().toString();
  }

  /** As a query, without the connection. */
  String query() {
    StringBuilder query = new StringBuilder("?filled=yes");
    values.forEach(
        (name, value) -> query.append('&').append(name).append('=').append(Frame.segment(value)));
    return query.toString();
  }
}
