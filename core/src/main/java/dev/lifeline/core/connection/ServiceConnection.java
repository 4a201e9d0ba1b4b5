package dev.lifeline.core.connection;

import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach LCS and as whom, without the password (Setup guide: the dialog's fields). Immutable;
 * every instance is valid.
 *
 * @param name 1 to 64 letters, digits, blanks, dots, underscores and hyphens; begins with neither
 *     dot nor hyphen, begins and ends with no blank
 * @param authenticationEndpoint the authority; of the same cloud as the API endpoint
 * @param apiEndpoint LCS in the geography of the projects
 * @param username the account's e-mail alias; blanks at its ends are cut off
 * @param clientId the registration's application (client) ID
 * @param description free text, or null; a blank one becomes null
 * @param defaultProject the project to use when a command names none, or null
 */
public record ServiceConnection(
    String name,
    AuthenticationEndpoint authenticationEndpoint,
    ApiEndpoint apiEndpoint,
    String username,
    ClientId clientId,
    @Nullable String description,
    @Nullable ProjectId defaultProject) {
  private static final int LONGEST_FOREIGN = 64;

  /**
   * Checks every field.
   *
   * @throws LifelineException CONNECTION_INVALID naming each wrong field, or CLOUD_MISMATCH
   */
  public ServiceConnection {
    username = username.strip();
    description = description == null || description.isBlank() ? null : description;
    List<FieldFault> faults = new ArrayList<>();
    FieldRules.username(username).ifPresent(faults::add);
    FieldRules.name(name).ifPresent(faults::add);
    if (description != null) {
      FieldRules.description(description).ifPresent(faults::add);
    }
    if (!faults.isEmpty()) {
      throw FieldFault.raise(faults);
    }
    new CloudMatch(authenticationEndpoint, apiEndpoint).require();
  }

  /**
   * A name for a connection that is called otherwise elsewhere, where more is allowed: what cannot
   * be becomes a hyphen, what is too long is cut off.
   */
  public static String nameLike(String foreign) {
    String plain = foreign.replaceAll("[^\\p{L}\\p{Nd} ._-]", "-").strip();
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST_FOREIGN)).strip();
    return cut.isEmpty() || cut.startsWith(".") || cut.startsWith("-") ? "connection" : cut;
  }

  /**
   * The same connection to another LCS API endpoint.
   *
   * @throws LifelineException CLOUD_MISMATCH when the authority's tokens cannot be good for it
   */
  public ServiceConnection at(ApiEndpoint other) {
    return new ServiceConnection(
        name, authenticationEndpoint, other, username, clientId, description, defaultProject);
  }
}
