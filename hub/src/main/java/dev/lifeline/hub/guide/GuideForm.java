package dev.lifeline.hub.guide;

import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.connection.FieldFault;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.Geography;
import dev.lifeline.hub.page.Frame;
import dev.lifeline.hub.page.ProblemPanel;
import dev.lifeline.hub.web.HttpCall;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody fills into the guide; blank what is not known yet. It may come from a link that
 * somebody else made, and becomes part of commands: so only what cannot be anything but a value.
 *
 * @param cloud the id of a cloud
 * @param geography the id of a geography, or blank
 */
public record GuideForm(
    String cloud, String geography, String username, String clientId, String name) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}._%+@-]*");

  static GuideForm of(HttpCall call) {
    return new GuideForm(
        call.query("my-cloud").flatMap(Cloud::withId).orElse(Cloud.GLOBAL).id(),
        call.query("my-geography").flatMap(Geography::withId).map(Geography::id).orElse(""),
        call.query("my-username").orElse("").strip(),
        call.query("my-client-id").orElse("").strip(),
        call.query("my-name").orElse("").strip());
  }

  /** The same as a connection's fields. */
  ConnectionFields fields() {
    return ConnectionFields.empty()
        .with(
            ConnectionField.AUTHENTICATION_ENDPOINT,
            Cloud.withId(cloud).map(known -> known.authenticationEndpoint().toString()).orElse(""))
        .with(
            ConnectionField.API_ENDPOINT,
            Geography.withId(geography).map(known -> known.apiEndpoint().toString()).orElse(""))
        .with(ConnectionField.USERNAME, WORD.matcher(username).matches() ? username : "")
        .with(ConnectionField.CLIENT_ID, clientId)
        .with(ConnectionField.NAME, name);
  }

  /** What is wrong with what is filled in; nothing is wrong with what is not. */
  Map<ConnectionField, String> problems() {
    Map<ConnectionField, String> problems = new EnumMap<>(ConnectionField.class);
    for (FieldFault fault : fields().faults()) {
      if (!text(fault.field()).isEmpty()) {
        problems.putIfAbsent(fault.field(), ProblemPanel.sentence(fault.reason()));
      }
    }
    if (!WORD.matcher(username).matches()) {
      problems.put(
          ConnectionField.USERNAME, "It holds something else than an e-mail address does.");
    }
    return problems;
  }

  String text(ConnectionField field) {
    return switch (field) {
      case USERNAME -> username;
      case CLIENT_ID -> clientId;
      case NAME -> name;
      case API_ENDPOINT -> geography;
      case AUTHENTICATION_ENDPOINT -> cloud;
      case PASSWORD, DESCRIPTION, DEFAULT_PROJECT -> "";
    };
  }

  /** As the query of the dialog that makes a connection. */
  String query() {
    return Stream.of(
            Map.entry("cloud", cloud),
            Map.entry("geography", geography),
            Map.entry("username", username),
            Map.entry("client-id", clientId),
            Map.entry("connection-name", name))
        .filter(each -> !each.getValue().isEmpty())
        .map(each -> each.getKey() + "=" + Frame.segment(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Whether everything is there that the dialog asks for besides the password. */
  boolean isWhole() {
    return fields().faults().isEmpty() && problems().isEmpty();
  }
}
