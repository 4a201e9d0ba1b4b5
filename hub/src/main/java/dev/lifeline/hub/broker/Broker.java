package dev.lifeline.hub.broker;

import dev.lifeline.core.LcsTokens;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.LcsToken;
import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.connector.Connector;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Organization;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Target;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Hands out tokens for LCS in place of passwords: to those who may use the connection, each one
 * told to the audit log and to the connection's usage history.
 */
public final class Broker {
  private final Database database;
  private final Connector connector;
  private final Keyring keyring;
  private final TokenCounter counter;

  /** For a hub. */
  public Broker(Database database, Connector connector, Keyring keyring, TokenCounter counter) {
    this.database = database;
    this.connector = connector;
    this.keyring = keyring;
    this.counter = counter;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.CONNECTION_LIST, Broker::list).onSlow(Route.CONNECTION_TOKEN, this::prepare);
  }

  private Supplier<Reply> prepare(Call call) {
    Connection connection = call.connection();
    LcsTokens.Source source = counter.of(connection, () -> usable(call, connection));
    Project project =
        connection.references().stream()
            .map(ProjectReference::project)
            .filter(each -> call.standing().on(connection, each.id()).contains(Power.USE))
            .findFirst()
            .orElseThrow();
    AuditEntry entry =
        call.auditEntry(
            "token.handed-out",
            new AuditEntry.About(connection.organization(), project.id(), connection.id()),
            connection.labels().name() + " to " + call.caller().name());
    String use = use(call);
    return () -> {
      LcsToken token = source.token();
      database.change(
          tables -> {
            tables.audit().add(entry);
            tables.executions().add(project.id(), connection.id(), use);
          });
      return Reply.json(json(connection, token));
    };
  }

  private UsableConnection usable(Call call, Connection connection) {
    Secret password =
        keyring
            .open(call.tables(), connection.id())
            .orElseThrow(() -> Fault.ARGUMENT.refuse("The connection has no password."));
    return connector.check(connection.labels().name(), connection.target(), password);
  }

  /** The token is written here and nowhere else: it is what the caller came for. */
  private static Map<String, Object> json(Connection connection, LcsToken token) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("accessToken", token.value().reveal());
    json.put("tokenType", "Bearer");
    json.put("expires", token.expires().toString());
    json.put("apiEndpoint", connection.target().apiUrl());
    return json;
  }

  private static String use(Call call) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("planType", "Lifeline");
    json.put("definition", Map.of("name", call.caller().name()));
    json.put("owner", Map.of("name", call.caller().person().displayName()));
    json.put("startTime", call.now().toString());
    json.put("finishTime", call.now().toString());
    json.put("result", "succeeded");
    return Json.write(json);
  }

  /** Those that the caller may use. */
  private static Reply list(Call call) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Organization organization : call.tables().organizations().list()) {
      call.tables().connections().of(organization.id()).stream()
          .filter(each -> call.standing().on(each).contains(Power.USE))
          .forEach(each -> found.add(described(organization, each)));
    }
    return Reply.list(found);
  }

  private static Map<String, Object> described(Organization organization, Connection connection) {
    Target target = connection.target();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", connection.id().toString());
    json.put("name", connection.labels().name());
    json.put("organization", organization.name());
    json.put(
        "projects", connection.references().stream().map(each -> each.project().name()).toList());
    json.put("authenticationEndpoint", target.url());
    json.put("apiEndpoint", target.apiUrl());
    json.put("username", target.username());
    json.put("clientId", target.clientId());
    return json;
  }
}
