package dev.lifeline.hub.endpoint;

import dev.lifeline.hub.endpoint.EndpointJson.Parameters;
import dev.lifeline.hub.model.Labels;
import dev.lifeline.hub.model.Target;
import dev.lifeline.hub.web.Fault;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a client wants an endpoint to be; what cannot be is refused before anything is. */
final class Draft {
  static final String TYPE = "lcsserviceendpoint";
  static final String SCHEME = "UsernamePassword";
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_TEXT = 1024;

  private Draft() {}

  static Target target(EndpointJson json) {
    EndpointJson.Authorization authorization = json.authorization();
    if (authorization == null) {
      throw Fault.NO_AUTHORIZATION.refuse("Service Connection Authorization cannot be null.");
    }
    String type = Objects.requireNonNullElse(json.type(), "");
    if (!type.toLowerCase(Locale.ROOT).equals(TYPE)) {
      throw Fault.ARGUMENT.refuse(
          "The service endpoint type '" + type + "' is not known here; it has to be " + TYPE + ".");
    }
    if (authorization.scheme() != null && !authorization.scheme().equalsIgnoreCase(SCHEME)) {
      throw Fault.ARGUMENT.refuse(
          "The type "
              + TYPE
              + " does not know the authorization scheme '"
              + authorization.scheme()
              + "'; it has to be "
              + SCHEME
              + ".");
    }
    Parameters parameters =
        Objects.requireNonNullElse(authorization.parameters(), new Parameters(null, null, null));
    @Nullable String apiUrl = json.data() == null ? null : json.data().apiurl();
    return new Target(
        type,
        text(json.url()),
        text(apiUrl),
        text(parameters.username()),
        text(parameters.clientid()));
  }

  static Labels labels(EndpointJson json) {
    String owner = Objects.requireNonNullElse(json.owner(), "library");
    if (!owner.equalsIgnoreCase("library") && !owner.equalsIgnoreCase("agentcloud")) {
      throw Fault.ARGUMENT.refuse("The owner '" + owner + "' is neither library nor agentcloud.");
    }
    return new Labels(
        name(json.name()),
        description(json.description()),
        owner,
        description(json.serviceManagementReference()));
  }

  static String name(@Nullable String name) {
    String text = text(name);
    if (text.isEmpty() || text.length() > LONGEST_NAME || hasControls(text)) {
      throw Fault.ARGUMENT.refuse(
          "A service connection's name has 1 to "
              + LONGEST_NAME
              + " characters, none of which is a control character.");
    }
    return text;
  }

  static @Nullable String description(@Nullable String text) {
    if (text != null && text.length() > LONGEST_TEXT) {
      throw Fault.ARGUMENT.refuse("A description has at most " + LONGEST_TEXT + " characters.");
    }
    return text;
  }

  private static boolean hasControls(String text) {
    return text.codePoints().anyMatch(Character::isISOControl);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
