package dev.lifeline.core.registration;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.Geography;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the setup guide fills in.
 *
 * @param connection the connection's name
 * @param username the account
 * @param clientId the application (client) ID
 * @param authority the authentication endpoint
 * @param apiEndpoint the LCS API endpoint
 * @param portal the administrator's portal
 * @param lcsPortal the LCS portal
 * @param administration the options by which an administrator's command finds the tenant; begins
 *     with a space, or is empty for the usual
 * @param endpoints the options by which a connection names both endpoints, and its project; begins
 *     with a space
 */
record GuideValues(
    String connection,
    String username,
    String clientId,
    String authority,
    String apiEndpoint,
    String portal,
    String lcsPortal,
    String administration,
    String endpoints) {

  static GuideValues placeholders() {
    return new GuideValues(
        "NAME",
        "USER",
        "CLIENT-ID",
        "the default, "
            + Cloud.GLOBAL.authenticationEndpoint()
            + ", for the global cloud; US Government: "
            + Cloud.US_GOVERNMENT.authenticationEndpoint()
            + "; China: "
            + Cloud.CHINA.authenticationEndpoint(),
        "the one of the project's geography: "
            + byGeography(geography -> geography.apiEndpoint().toString()),
        "https://portal.azure.com (US Government: https://portal.azure.us, China: https://portal.azure.cn)",
        "the LCS portal of the project's geography: "
            + byGeography(geography -> geography.portal().toString()),
        "",
        " --geography ID --default-project ID");
  }

  static GuideValues of(ServiceConnection connection) {
    return new GuideValues(
        connection.name(),
        connection.username(),
        connection.clientId().value(),
        connection.authenticationEndpoint().toString(),
        connection.apiEndpoint().toString(),
        "https://" + Portal.of(connection.authenticationEndpoint()).host(),
        Geography.withApiEndpoint(connection.apiEndpoint())
            .map(geography -> geography.portal().toString())
            .orElse("the LCS portal of the project"),
        administration(connection),
        endpoints(connection) + project(connection));
  }

  private static String administration(ServiceConnection connection) {
    return connection.authenticationEndpoint().equals(Cloud.GLOBAL.authenticationEndpoint())
        ? ""
        : " --authentication-endpoint " + connection.authenticationEndpoint();
  }

  private static String endpoints(ServiceConnection connection) {
    Optional<Geography> geography = Geography.withApiEndpoint(connection.apiEndpoint());
    boolean followsFromGeography =
        geography
            .filter(
                place ->
                    place
                        .cloud()
                        .authenticationEndpoint()
                        .equals(connection.authenticationEndpoint()))
            .isPresent();
    return (followsFromGeography
            ? ""
            : " --authentication-endpoint " + connection.authenticationEndpoint())
        + geography
            .map(place -> " --geography " + place.id())
            .orElse(" --api-endpoint " + connection.apiEndpoint());
  }

  private static String project(ServiceConnection connection) {
    return connection.defaultProject() == null
        ? ""
        : " --default-project " + connection.defaultProject();
  }

  /** The connection's name as an argument of a command. */
  String argument() {
    return connection.indexOf(' ') >= 0 ? '"' + connection + '"' : connection;
  }

  private static String byGeography(Function<Geography, String> address) {
    return Arrays.stream(Geography.values())
        .map(geography -> geography.title() + " " + address.apply(geography))
        .collect(Collectors.joining("; "));
  }
}
