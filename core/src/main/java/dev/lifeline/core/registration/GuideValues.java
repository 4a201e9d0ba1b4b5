package dev.lifeline.core.registration;

import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.Geography;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  /** What is known so far; placeholders for the rest, and for what cannot be. */
  static GuideValues of(ConnectionFields fields) {
    GuideValues general = placeholders();
    Optional<ApiEndpoint> api = fields.sound(ConnectionField.API_ENDPOINT).map(ApiEndpoint::of);
    Optional<AuthenticationEndpoint> authority =
        fields.sound(ConnectionField.AUTHENTICATION_ENDPOINT).map(AuthenticationEndpoint::of);
    return new GuideValues(
        fields.sound(ConnectionField.NAME).orElse(general.connection()),
        fields.sound(ConnectionField.USERNAME).orElse(general.username()),
        fields.sound(ConnectionField.CLIENT_ID).orElse(general.clientId()),
        authority.map(AuthenticationEndpoint::toString).orElse(general.authority()),
        api.map(ApiEndpoint::toString).orElse(general.apiEndpoint()),
        authority.map(known -> "https://" + Portal.of(known).host()).orElse(general.portal()),
        api.map(GuideValues::lcsPortal).orElse(general.lcsPortal()),
        authority.map(GuideValues::administration).orElse(general.administration()),
        api.map(known -> endpoints(known, authority.orElse(null)) + project(fields))
            .orElse(general.endpoints()));
  }

  private static String lcsPortal(ApiEndpoint api) {
    return Geography.withApiEndpoint(api)
        .map(geography -> geography.portal().toString())
        .orElse("the LCS portal of the project");
  }

  private static String administration(AuthenticationEndpoint authority) {
    return authority.equals(Cloud.GLOBAL.authenticationEndpoint())
        ? ""
        : " --authentication-endpoint " + authority;
  }

  private static String endpoints(ApiEndpoint api, @Nullable AuthenticationEndpoint authority) {
    Optional<Geography> geography = Geography.withApiEndpoint(api);
    Optional<AuthenticationEndpoint> usual =
        geography.map(place -> place.cloud().authenticationEndpoint());
    return Optional.ofNullable(authority)
            .filter(known -> !usual.equals(Optional.of(known)))
            .map(known -> " --authentication-endpoint " + known)
            .orElse("")
        + geography.map(place -> " --geography " + place.id()).orElse(" --api-endpoint " + api);
  }

  private static String project(ConnectionFields fields) {
    return fields
        .sound(ConnectionField.DEFAULT_PROJECT)
        .map(id -> " --default-project " + id)
        .orElse("");
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
