package dev.lifeline.core.exchange;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.problem.LifelineException;
import org.jspecify.annotations.Nullable;

/** Reads a service connection from another tool's file. */
public final class ConnectionImport {
  private ConnectionImport() {}

  /**
   * Reads the text.
   *
   * @param text the content of the file; a byte order mark at its start is no part of it
   * @param name the name that the connection is to have, or null for the one in the file; where the
   *     file holds several, it also says which
   * @throws LifelineException IMPORT_UNREADABLE when the text is not of that format, or holds no
   *     connection, or several of which none is named
   */
  public static ImportedConnection read(String text, ImportFormat format, @Nullable String name) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Object value =
        Json.read(unmarked, Object.class).orElseThrow(() -> ImportFaults.notJson(format));
    return switch (format) {
      case D365FO_TOOLS -> ToolsConfiguration.read(value, name);
      case AZURE_DEVOPS -> Endpoints.read(value, name);
    };
  }
}
