package dev.lifeline.hub.broker;

import dev.lifeline.core.LcsTokens;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.LcsToken;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.connector.Connector;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.ConnectionState;
import dev.lifeline.hub.model.Organization;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Target;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.ExecutionRecords;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands out tokens for LCS in place of passwords: to those who may use the connection, each one
 * told to the audit log and to the connection's usage history.
 */
public final class Broker {
  private final Database database;
  private final Handouts handouts;
  private final Connector connector;
  private final Keyring keyring;
  private final TokenCounter counter;
  private final Duration passwordAge;

  /**
   * For a hub.
   *
   * @param passwordAge from which on a password is old
   */
  public Broker(
      Database database,
      Connector connector,
      Keyring keyring,
      TokenCounter counter,
      Duration passwordAge) {
    this.database = database;
    this.handouts = new Handouts(database);
    this.connector = connector;
    this.keyring = keyring;
    this.counter = counter;
    this.passwordAge = passwordAge;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.CONNECTION_LIST, this::list).onSlow(Route.CONNECTION_TOKEN, this::prepare);
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
    ExecutionRecords.Fresh use =
        new ExecutionRecords.Fresh(project.id(), connection.id(), use(call));
    return () -> {
      LcsToken token = token(source, connection, call.now());
      handouts.write(new Handouts.Handout(entry, use));
      return Reply.json(json(connection, token));
    };
  }

  /** What Entra ID refuses is remembered for those who look after the connection. */
  private LcsToken token(LcsTokens.Source source, Connection connection, Instant now) {
    try {
      return source.token();
    } catch (LifelineException e) {
      if (e.code().kind() == Kind.SIGN_IN) {
        database.change(tables -> tables.states().refused(connection.id(), now, e.code().name()));
      }
      throw e;
    }
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
  private Reply list(Call call) {
    List<Map<String, Object>> found = new ArrayList<>();
    call.standing().withAllRoles();
    for (Organization organization : call.tables().organizations().list()) {
      call.tables().connections().of(organization.id()).stream()
          .filter(each -> call.standing().on(each).contains(Power.USE))
          .forEach(each -> found.add(described(call, organization, each)));
    }
    return Reply.list(found);
  }

  private Map<String, Object> described(
      Call call, Organization organization, Connection connection) {
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
    ConnectionState state = call.tables().states().of(connection.id());
    json.put("passwordSince", text(state.passwordSince()));
    json.put("passwordAgeDays", state.age(call.now()).toDays());
    json.put("passwordOld", state.age(call.now()).compareTo(passwordAge) > 0);
    json.put("lastUsed", text(state.lastUsed()));
    json.put("verified", text(state.verified()));
    json.put("verification", word(state));
    json.put("problem", state.problem());
    return json;
  }

  private static String word(ConnectionState state) {
    return state.verified() == null ? "unknown" : state.problem() == null ? "passed" : "failed";
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
