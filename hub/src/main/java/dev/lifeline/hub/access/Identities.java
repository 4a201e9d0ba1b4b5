package dev.lifeline.hub.access;

import dev.lifeline.hub.model.Mark;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.store.Tables;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** How people look on the wire (IdentityRef); asks for each of them once. For one call. */
public final class Identities {
  private final Tables tables;
  private final String base;
  private final Map<UUID, Map<String, Object>> known = new HashMap<>();

  /** Those of a call. */
  public Identities(Call call) {
    this.tables = call.tables();
    this.base = call.base();
  }

  /** Whoever made a mark. */
  public Map<String, Object> of(Mark mark) {
    return known.computeIfAbsent(
        mark.by(), id -> tables.people().get(id).map(this::of).orElse(Map.of("id", id.toString())));
  }

  /** A person. */
  public Map<String, Object> of(Person person) {
    String id = person.id().toString();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("displayName", person.displayName());
    json.put("id", id);
    json.put("uniqueName", person.uniqueName());
    json.put("url", base + "/_apis/Identities/" + id);
    json.put(
        "descriptor",
        "lfln."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.getBytes(StandardCharsets.UTF_8)));
    return json;
  }
}
