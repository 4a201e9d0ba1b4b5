package dev.lifeline.emulator.graph;

import dev.lifeline.emulator.json.Json;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.world.Guid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object in a request; one of the wrong kind is a bad request. */
final class Members {

  private final Map<String, @Nullable Object> members;

  private Members(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /**
   * The members of a request's body.
   *
   * @throws RefusedException if it is no JSON object
   */
  static Members of(Call call) throws IOException, RefusedException {
    try {
      return new Members(Json.parseObject(call.bodyText()));
    } catch (IllegalArgumentException e) {
      throw RefusedException.badRequest("Unable to read JSON request payload.");
    }
  }

  /** Graph refuses what it does not know; here that is also what the emulator cannot keep. */
  Members allowing(Set<String> names) throws RefusedException {
    for (String name : members.keySet()) {
      if (!names.contains(name) && !name.startsWith("@odata.")) {
        throw RefusedException.badRequest("Invalid property '%s'.".formatted(name));
      }
    }
    return this;
  }

  /** Whether the member is there, though it may be null. */
  boolean has(String name) {
    return members.containsKey(name);
  }

  Optional<String> findText(String name) throws RefusedException {
    return find(name, String.class);
  }

  String text(String name) throws RefusedException {
    return findText(name).filter(it -> !it.isBlank()).orElseThrow(() -> required(name));
  }

  Optional<Boolean> findBoolean(String name) throws RefusedException {
    return find(name, Boolean.class);
  }

  UUID id(String name) throws RefusedException {
    return Guid.parse(text(name)).orElseThrow(() -> invalid(name));
  }

  /** The object of that name, empty when it is absent or null. */
  Members object(String name) throws RefusedException {
    Object value = members.get(name);
    return value == null ? new Members(Map.of()) : nested(name, value);
  }

  /** The objects of an array; none when it is absent or null. */
  List<Members> objects(String name) throws RefusedException {
    List<Members> objects = new ArrayList<>();
    for (Object it : list(name)) {
      objects.add(nested(name, it));
    }
    return objects;
  }

  /** The texts of an array; none when it is absent or null. */
  List<String> texts(String name) throws RefusedException {
    List<String> texts = new ArrayList<>();
    for (Object it : list(name)) {
      if (!(it instanceof String text)) {
        throw invalid(name);
      }
      texts.add(text);
    }
    return texts;
  }

  private static Members nested(String name, Object value) throws RefusedException {
    if (!(value instanceof Map<?, ?> map)) {
      throw invalid(name);
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, member) -> copy.put(String.valueOf(key), member));
    return new Members(copy);
  }

  private List<?> list(String name) throws RefusedException {
    Object value = members.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw invalid(name);
  }

  private <T> Optional<T> find(String name, Class<T> type) throws RefusedException {
    Object value = members.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw invalid(name);
    }
    return Optional.of(type.cast(value));
  }

  private static RefusedException required(String name) {
    return RefusedException.badRequest("A value is required for property '%s'.".formatted(name));
  }

  private static RefusedException invalid(String name) {
    return RefusedException.badRequest("Invalid value for property '%s'.".formatted(name));
  }
}
