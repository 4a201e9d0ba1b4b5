package dev.lifeline.core.exchange;

import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Service endpoints as Azure DevOps gives them: one, a list, or its {@code count} and {@code value}
 * (Service endpoints REST API: fields).
 */
final class Endpoints {
  /**
   * No tenant, or the one for every account, which takes no user name and password (Setup guide:
   * connections made before MSAL was used).
   */
  private static final Pattern NO_TENANT = Pattern.compile("(?i)(https?://[^/?#]+)(/common)?/?");

  private Endpoints() {}

  static ImportedConnection read(Object value, @Nullable String name) {
    Values whole = Values.of(value);
    List<Values> all =
        Values.list(whole.has("value") ? whole.get("value") : value).stream()
            .map(Values::of)
            .filter(endpoint -> endpoint.text("type") != null)
            .toList();
    if (all.isEmpty()) {
      throw ImportFaults.notThatFormat(ImportFormat.AZURE_DEVOPS);
    }
    List<Values> ours =
        all.stream()
            .filter(endpoint -> EndpointBody.TYPE.equalsIgnoreCase(endpoint.text("type")))
            .toList();
    if (ours.isEmpty()) {
      throw ImportFaults.noLcsEndpoint(all.size());
    }
    return imported(chosen(ours, name), name);
  }

  private static Values chosen(List<Values> endpoints, @Nullable String name) {
    if (endpoints.size() == 1) {
      return endpoints.get(0);
    }
    return endpoints.stream()
        .filter(endpoint -> name != null && name.strip().equalsIgnoreCase(endpoint.text("name")))
        .findFirst()
        .orElseThrow(() -> ImportFaults.several(endpoints.stream().map(Endpoints::name).toList()));
  }

  private static ImportedConnection imported(Values endpoint, @Nullable String name) {
    List<String> notes = new ArrayList<>();
    Values parameters = endpoint.object("authorization").object("parameters");
    ConnectionFields fields =
        ConnectionFields.empty()
            .with(ConnectionField.NAME, name == null ? endpoint.text("name") : name)
            .with(ConnectionField.AUTHENTICATION_ENDPOINT, authority(endpoint.text("url"), notes))
            .with(ConnectionField.API_ENDPOINT, endpoint.object("data").text("apiurl"))
            .with(ConnectionField.USERNAME, parameters.text("username"))
            .with(ConnectionField.CLIENT_ID, parameters.text("clientid"))
            .with(ConnectionField.DESCRIPTION, endpoint.text("description"));
    @Nullable Secret password = parameters.password("password").orElse(null);
    if (password == null) {
      notes.add("The file does not hold the password: Azure DevOps gives it to nobody.");
    }
    if (Boolean.TRUE.equals(endpoint.get("isDisabled"))) {
      notes.add("The service connection is disabled in Azure DevOps.");
    }
    return new ImportedConnection(fields, password, notes);
  }

  private static @Nullable String authority(@Nullable String url, List<String> notes) {
    Matcher without = NO_TENANT.matcher(url == null ? "" : url);
    if (!without.matches()) {
      return url;
    }
    notes.add(
        "The authentication endpoint '"
            + url
            + "' is read as one that ends in /organizations: Entra ID refuses user name and"
            + " password at /common, and without a tenant.");
    return without.group(1) + "/organizations";
  }

  private static String name(Values endpoint) {
    return Objects.requireNonNullElse(endpoint.text("name"), "");
  }
}
