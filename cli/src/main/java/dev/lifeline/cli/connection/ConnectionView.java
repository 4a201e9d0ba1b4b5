package dev.lifeline.cli.connection;

import dev.lifeline.core.connection.HubPlace;
import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.connection.SecretStorage;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.Geography;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored connection as it is shown: everything but the secret.
 *
 * @param saved the connection
 * @param now ages are counted to this moment
 */
record ConnectionView(SavedConnection saved, Instant now) {
  Map<String, @Nullable Object> json() {
    ServiceConnection connection = saved.connection();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", connection.name());
    json.put("authenticationEndpoint", connection.authenticationEndpoint().toString());
    json.put("apiEndpoint", connection.apiEndpoint().toString());
    json.put("geography", geography().map(Geography::id).orElse(null));
    json.put("username", connection.username());
    json.put("clientId", connection.clientId().value());
    json.put("description", connection.description());
    json.put(
        "projectId",
        connection.defaultProject() == null ? null : connection.defaultProject().value());
    json.put("passwordChanged", time(saved.credentialChanged()));
    json.put("default", saved.chosen());
    json.put("signIn", saved.signIn().id());
    json.put("ageSeconds", saved.age(now).toSeconds());
    json.put("lastUsed", saved.lastUsed() == null ? null : time(saved.lastUsed()));
    json.put("storage", saved.storage().id());
    json.put("realm", saved.realm() == null ? null : saved.realm().id());
    json.put("changeUnfinished", saved.changeUnfinished());
    HubPlace hub = saved.hub();
    json.put("hub", hub == null ? null : hub.hub().toString());
    json.put("hubConnection", hub == null ? null : hub.connection());
    return json;
  }

  /** The fields under the names of the setup guide. */
  List<String> lines() {
    ServiceConnection connection = saved.connection();
    List<String> lines = new ArrayList<>();
    lines.add(
        field(
            "Service connection name",
            connection.name() + (saved.chosen() ? "  (the default)" : "")));
    lines.add(field("Authentication Endpoint", connection.authenticationEndpoint().toString()));
    lines.add(
        field(
            "LCS API Endpoint",
            connection.apiEndpoint()
                + geography().map(known -> "  (" + known.title() + ")").orElse("")));
    lines.add(field("Username", connection.username()));
    lines.addAll(secretLines());
    lines.add(field("Application (Client) ID", connection.clientId().value()));
    if (connection.description() != null) {
      lines.add(field("Description", connection.description()));
    }
    if (connection.defaultProject() != null) {
      lines.add(field("Default project", connection.defaultProject().toString()));
    }
    return lines;
  }

  private List<String> secretLines() {
    List<String> lines = new ArrayList<>();
    String changed = time(saved.credentialChanged()) + ", " + ago(saved.credentialChanged());
    HubPlace hub = saved.hub();
    if (hub != null) {
      lines.add(field("Sign-in", "by the hub " + hub.hub() + ", which has the password"));
      lines.add(field("Connection there", hub.connection()));
      lines.add(field("Access token", "***, stored " + changed));
    } else if (saved.signIn() == SignInMethod.PASSWORD) {
      lines.add(field("Password", "***, last changed " + changed));
      lines.add(field("Sign-in", "with the password; " + realm()));
    } else {
      lines.add(field("Sign-in", "by device code, signed in " + changed));
      Instant used = saved.lastUsed();
      lines.add(field("Last used", used == null ? "never" : date(used) + ", " + ago(used)));
    }
    lines.add(field("Secret kept in", place(saved.storage())));
    if (saved.changeUnfinished()) {
      lines.add(field("Change of the password", "begun, and not finished yet"));
    }
    return lines;
  }

  /** What it signs in with, as short as can be said. */
  String signIn() {
    return saved.signIn() == SignInMethod.HUB ? "hub" : saved.signIn().id().replace('-', ' ');
  }

  /** Where LCS is, as short as can be said. */
  String place() {
    return geography().map(Geography::title).orElse(saved.connection().apiEndpoint().toString());
  }

  /** Where a secret is, for people. */
  static String place(SecretStorage storage) {
    return switch (storage) {
      case KEY_STORE -> "the connection folder, encrypted; its key in the system's key store";
      case FILE -> "the connection folder, encrypted; its key in a file beside it";
    };
  }

  private String realm() {
    Realm realm = saved.realm();
    return realm == null
        ? "who checks it was not asked yet"
        : switch (realm) {
          case MANAGED -> "Entra ID checks it";
          case FEDERATED -> "the organization's own identity provider checks it";
          case UNKNOWN -> "the authority does not say who checks it";
        };
  }

  private String ago(Instant then) {
    String age = Figures.age(Duration.between(then, now));
    return age.equals("today") ? age : age + " ago";
  }

  static String date(Instant time) {
    return time(time).substring(0, 10);
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private Optional<Geography> geography() {
    return Geography.withApiEndpoint(saved.connection().apiEndpoint());
  }

  private static String field(String name, String value) {
    return String.format(Locale.ROOT, "%-24s %s", name, value);
  }
}
