package dev.lifeline.cli.database;

import dev.lifeline.core.model.DatabaseBackup;
import dev.lifeline.core.text.Figures;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database backup as it is shown; never where its bytes are, which is a secret. */
final class DatabaseView {
  private DatabaseView() {}

  static Map<String, @Nullable Object> json(DatabaseBackup backup) {
    DatabaseBackup.Origin origin = backup.origin();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("assetId", backup.id().value());
    json.put("name", backup.name());
    json.put("fileName", backup.fileName());
    json.put("fileDescription", backup.description());
    json.put(
        "projectId", backup.owner().project() == null ? null : backup.owner().project().value());
    json.put("organizationId", backup.owner().organizationId());
    json.put("createdDateTime", text(origin.created()));
    json.put("createdByName", origin.createdBy());
    json.put("modifiedDateTime", text(origin.modified()));
    json.put("modifiedByName", origin.modifiedBy());
    return json;
  }

  static String created(DatabaseBackup backup) {
    Instant created = backup.origin().created();
    return created == null ? "-" : Figures.minute(created);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
