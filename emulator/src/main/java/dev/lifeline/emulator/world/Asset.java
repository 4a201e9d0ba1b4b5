package dev.lifeline.emulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of the asset library.
 *
 * @param id its id
 * @param project the project it belongs to, null for the shared asset library
 * @param name its name, as it was given
 * @param fileName its file name, as it was given: untrusted text
 * @param description its description
 * @param fileType the number of its asset type
 * @param sizeBytes its size, 0 until it is committed
 * @param created when it was created
 * @param committed the {@link WorldClock#age() age of the world} at its commit, null while it is
 *     not in the library
 */
public record Asset(
    UUID id,
    @Nullable ProjectId project,
    String name,
    String fileName,
    @Nullable String description,
    int fileType,
    long sizeBytes,
    Instant created,
    @Nullable Duration committed) {

  /** The asset type of a software deployable package. */
  public static final int SOFTWARE_DEPLOYABLE_PACKAGE = 10;

  /** The asset type of a database backup. */
  public static final int DATABASE_BACKUP = 17;

  /**
   * The name of the blob that holds its bytes. It says nothing of the file name, which may be
   * hostile.
   */
  public String blobName() {
    return "assets/" + Guid.digits(id);
  }

  /** Whether it is in the library. */
  public boolean isCommitted() {
    return committed != null;
  }

  /** The same asset in the library, with the size that its blob has. */
  public Asset committedAt(Duration age, long size) {
    return new Asset(
        id,
        project,
        name,
        fileName,
        description,
        fileType,
        size,
        created,
        committed == null ? age : committed);
  }

  /** The same asset under another file name. */
  public Asset withFileName(String other) {
    return new Asset(
        id, project, name, other, description, fileType, sizeBytes, created, committed);
  }

  /** How far its validation is at that age of the world. */
  public Validation validation(Duration age) {
    if (committed == null) {
      return Validation.UNKNOWN;
    }
    return Validation.after(age.minus(committed), fileName);
  }
}
