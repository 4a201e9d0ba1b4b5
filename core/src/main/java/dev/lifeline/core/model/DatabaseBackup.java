package dev.lifeline.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup of a database in the asset library (LCS API: database movement). Names are foreign text:
 * they may hold anything.
 *
 * @param id its id in the library
 * @param name the name in the library; may be empty
 * @param fileName the name of the file; may be empty
 * @param description free text, or null
 * @param location where its bytes are, or null when LCS does not say; holds a secret
 * @param owner whose it is
 * @param origin who made and changed it, and when
 */
public record DatabaseBackup(
    AssetId id,
    String name,
    String fileName,
    @Nullable String description,
    @Nullable SasUrl location,
    Owner owner,
    Origin origin) {

  /**
   * Whose a backup is.
   *
   * @param project the project, or null
   * @param organizationId LCS's id of the organization, or null
   */
  public record Owner(@Nullable ProjectId project, @Nullable String organizationId) {}

  /**
   * Who made and changed a backup, and when.
   *
   * @param created when it was made, or null
   * @param createdBy who made it, or null
   * @param modified when it was last changed, or null
   * @param modifiedBy who changed it, or null
   */
  public record Origin(
      @Nullable Instant created,
      @Nullable String createdBy,
      @Nullable Instant modified,
      @Nullable String modifiedBy) {}
}
