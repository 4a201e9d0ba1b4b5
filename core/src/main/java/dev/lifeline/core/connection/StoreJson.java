package dev.lifeline.core.connection;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of {@code connections.json}. Maps, not records, so that unknown fields survive. */
final class StoreJson {
  private static final long VERSION = 1;

  private StoreJson() {}

  static String write(Store store) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("version", VERSION);
    root.put("chosen", store.chosen());
    root.put("keyStoreItem", store.keyStoreItem());
    root.put("connections", store.connections().stream().map(StoreJson::fields).toList());
    root.putAll(store.unknown());
    return Json.writeIndented(root) + "\n";
  }

  /** Reads the text; whatever Lifeline would not have written is damage. */
  static Store read(String text, StoreFaults faults) {
    Object value =
        Json.read(text, Object.class).orElseThrow(() -> faults.damaged("it is not JSON"));
    var root = new JsonFields(value, "the file", faults);
    long version = root.number("version", VERSION);
    if (version != VERSION) {
      throw faults.damaged("it has version " + version + ", which is another Lifeline's");
    }
    String chosen = root.text("chosen");
    String keyStoreItem = root.text("keyStoreItem");
    List<Stored> connections = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Object element : root.list("connections")) {
      Stored stored = connection(new JsonFields(element, "a connection", faults), faults);
      if (!keys.add(ConnectionName.key(stored.connection().name()))) {
        throw faults.damaged("it holds '" + stored.connection().name() + "' twice");
      }
      connections.add(stored);
    }
    return new Store(chosen, keyStoreItem, connections, root.rest());
  }

  private static Map<String, @Nullable Object> fields(Stored stored) {
    ServiceConnection connection = stored.connection();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", connection.name());
    fields.put("authenticationEndpoint", connection.authenticationEndpoint().toString());
    fields.put("apiEndpoint", connection.apiEndpoint().toString());
    fields.put("username", connection.username());
    fields.put("clientId", connection.clientId().toString());
    fields.put("description", connection.description());
    fields.put(
        "defaultProject",
        connection.defaultProject() == null ? null : connection.defaultProject().toString());
    fields.put("signIn", stored.signIn().id());
    fields.put("realm", stored.realm() == null ? null : stored.realm().id());
    fields.put("lastUsed", stored.lastUsed() == null ? null : stored.lastUsed().toString());
    fields.put("storage", stored.storage().id());
    fields.put("passwordChanged", stored.secret().since().toString());
    fields.put("password", stored.secret().text());
    HubPlace hub = stored.hub();
    if (hub != null) {
      fields.put("hub", hub.hub().toString());
      fields.put("hubConnection", hub.connection());
    }
    Sealed unfinished = stored.unfinished();
    if (unfinished != null) {
      fields.put("unfinishedSince", unfinished.since().toString());
      fields.put("unfinishedPassword", unfinished.text());
    }
    fields.putAll(stored.unknown());
    return fields;
  }

  private static Stored connection(JsonFields json, StoreFaults faults) {
    ConnectionFields fields =
        ConnectionFields.empty()
            .with(ConnectionField.NAME, json.needed("name"))
            .with(ConnectionField.AUTHENTICATION_ENDPOINT, json.needed("authenticationEndpoint"))
            .with(ConnectionField.API_ENDPOINT, json.needed("apiEndpoint"))
            .with(ConnectionField.USERNAME, json.needed("username"))
            .with(ConnectionField.CLIENT_ID, json.needed("clientId"))
            .with(ConnectionField.DESCRIPTION, json.text("description"))
            .with(ConnectionField.DEFAULT_PROJECT, json.text("defaultProject"));
    try {
      return stored(fields.toConnection(), json, faults);
    } catch (LifelineException e) {
      if (e.code() == ProblemCode.STORE_DAMAGED) {
        throw e;
      }
      throw faults.damaged("of one connection " + e.problem().message());
    }
  }

  private static Stored stored(ServiceConnection connection, JsonFields json, StoreFaults faults) {
    var secret = new Sealed(json.needed("password"), json.neededTime("passwordChanged"));
    String next = json.text("unfinishedPassword");
    @Nullable Sealed unfinished =
        next == null ? null : new Sealed(next, json.neededTime("unfinishedSince"));
    // a file of Lifeline 0.1.0 has none of these
    SignInMethod method = json.word("signIn", SignInMethod::withId, SignInMethod.PASSWORD);
    return new Stored(
        connection,
        method,
        secret,
        unfinished,
        json.word("storage", SecretStorage::withId, SecretStorage.FILE),
        json.word("realm", Realm::withId),
        json.time("lastUsed"),
        method == SignInMethod.HUB ? hub(json, faults) : null,
        json.rest());
  }

  private static HubPlace hub(JsonFields json, StoreFaults faults) {
    String address = json.needed("hub");
    try {
      return new HubPlace(HubEndpoint.of(address), json.needed("hubConnection"));
    } catch (IllegalArgumentException e) {
      throw faults.damaged("of one connection the hub's address is malformed");
    }
  }
}
