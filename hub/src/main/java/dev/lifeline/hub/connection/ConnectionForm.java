package dev.lifeline.hub.connection;

import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.connection.FieldFault;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.Geography;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.model.Labels;
import dev.lifeline.hub.model.Target;
import dev.lifeline.hub.page.ProblemPanel;
import dev.lifeline.hub.web.FormFields;
import dev.lifeline.hub.web.HttpCall;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dialog's fields as they were filled in, without the password.
 *
 * @param cloud the id of a cloud, or {@link #OTHER}
 * @param authority the authentication endpoint, where the cloud is another one
 * @param geography the id of a geography, or {@link #OTHER}
 * @param api the API endpoint, where the geography is another one
 * @param words name and description
 */
public record ConnectionForm(
    String cloud, String authority, String geography, String api, Account account, Words words) {
  /** The choice of another address than those that are offered. */
  public static final String OTHER = "other";

  static final String TYPE = "lcsserviceendpoint";
  static final String PASSWORD = "password";

  /** As whom it signs in. */
  public record Account(String username, String clientId) {}

  /** What it is called. */
  public record Words(String name, String description) {}

  /** A dialog that was just opened: the default that works for all tenants of the public cloud. */
  static ConnectionForm fresh() {
    return new ConnectionForm(
        Cloud.GLOBAL.id(), "", "", "", new Account("", ""), new Words("", ""));
  }

  static ConnectionForm of(FormFields fields) {
    return new ConnectionForm(
        fields.text("cloud"),
        fields.text("authentication-endpoint"),
        fields.text("geography"),
        fields.text("api-endpoint"),
        new Account(fields.text("username"), fields.text("client-id")),
        new Words(fields.text("connection-name"), fields.text("description")));
  }

  /**
   * A dialog that a link opened, with what the link says. Addresses of the link's own choice are
   * not among it: whoever gave somebody such a link would get the password.
   */
  static ConnectionForm prefilled(HttpCall call) {
    ConnectionForm fresh = fresh();
    return new ConnectionForm(
        call.query("cloud").flatMap(Cloud::withId).map(Cloud::id).orElse(fresh.cloud()),
        "",
        call.query("geography").flatMap(Geography::withId).map(Geography::id).orElse(""),
        "",
        new Account(call.query("username").orElse(""), call.query("client-id").orElse("")),
        new Words(call.query("connection-name").orElse(""), ""));
  }

  /** Of a connection that exists. */
  static ConnectionForm of(Target target, Words words) {
    Optional<Cloud> cloud =
        Arrays.stream(Cloud.values())
            .filter(each -> each.authenticationEndpoint().toString().equals(target.url()))
            .findFirst();
    Optional<Geography> geography = geography(target.apiUrl());
    return new ConnectionForm(
        cloud.map(Cloud::id).orElse(OTHER),
        cloud.isPresent() ? "" : target.url(),
        geography.map(Geography::id).orElse(OTHER),
        geography.isPresent() ? "" : target.apiUrl(),
        new Account(target.username(), target.clientId()),
        words);
  }

  /** Where that API endpoint is, by the name of its geography; empty for other addresses. */
  static Optional<Geography> geography(String apiUrl) {
    try {
      return Geography.withApiEndpoint(ApiEndpoint.of(apiUrl));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Target target() {
    return new Target(
        TYPE,
        Cloud.withId(cloud).map(each -> each.authenticationEndpoint().toString()).orElse(authority),
        Geography.withId(geography).map(each -> each.apiEndpoint().toString()).orElse(api),
        account.username(),
        account.clientId());
  }

  Labels labels() {
    String description = words.description();
    return new Labels(words.name(), description.isEmpty() ? null : description, "library", null);
  }

  /** What is wrong with each field for itself, in the words of the error catalogue. */
  Map<ConnectionField, String> problems() {
    Map<ConnectionField, String> problems = new EnumMap<>(ConnectionField.class);
    ConnectionFields fields = fields();
    List<FieldFault> faults = fields.faults();
    for (FieldFault fault : faults) {
      problems.putIfAbsent(fault.field(), ProblemPanel.sentence(fault.reason()));
    }
    if (faults.isEmpty()) {
      mismatch(fields)
          .ifPresent(words -> problems.put(ConnectionField.AUTHENTICATION_ENDPOINT, words));
    }
    return problems;
  }

  /** The name is the hub's to judge: it allows more than a folder on somebody's disk. */
  private ConnectionFields fields() {
    Target target = target();
    return ConnectionFields.empty()
        .with(ConnectionField.NAME, ServiceConnection.nameLike(words.name()))
        .with(ConnectionField.AUTHENTICATION_ENDPOINT, target.url())
        .with(ConnectionField.API_ENDPOINT, target.apiUrl())
        .with(ConnectionField.USERNAME, target.username())
        .with(ConnectionField.CLIENT_ID, target.clientId())
        .with(ConnectionField.DESCRIPTION, words.description());
  }

  private static Optional<String> mismatch(ConnectionFields fields) {
    try {
      fields.toConnection();
      return Optional.empty();
    } catch (LifelineException e) {
      return e.code() == ProblemCode.CLOUD_MISMATCH
          ? Optional.of(ProblemPanel.sentence(e.problem().message()))
          : Optional.empty();
    }
  }
}
