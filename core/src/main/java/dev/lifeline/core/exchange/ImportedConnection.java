package dev.lifeline.core.exchange;

import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.model.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another tool's file says of a service connection. Prints no secret.
 *
 * @param fields as the file has them, not yet checked; what it does not say is missing
 * @param password the password, or null when the file does not have it
 * @param notes sentences about what was changed or left out
 */
public record ImportedConnection(
    ConnectionFields fields, @Nullable Secret password, List<String> notes) {
  public ImportedConnection {
    notes = List.copyOf(notes);
  }
}
