package dev.lifeline.core.blob;

import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.problem.LifelineException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;

/** Moves one block blob by its SAS URL, in memory that does not grow with the file. Thread-safe. */
public final class BlobClient {
  private final Transport transport;
  private final Retries retries;
  private final Supplier<UUID> ids;
  private final UploadSettings settings;

  /**
   * @param transport repeats what may be repeated
   * @param retries for downloads, which go on where they were cut off
   * @param ids makes block ids and request ids
   */
  public BlobClient(
      Transport transport, Retries retries, Supplier<UUID> ids, UploadSettings settings) {
    this.transport = transport;
    this.retries = retries;
    this.ids = ids;
    this.settings = settings;
  }

  /**
   * Sends a file. The blob appears whole or not at all.
   *
   * @param target writable; need not be readable
   * @throws LifelineException FILE_*, SAS_EXPIRED, BLOB_REFUSED, or a code of kind GAVE_UP
   */
  public Transferred upload(Path file, SasUrl target) {
    return new BlobUpload(calls(target), settings, retries.listener()).send(file);
  }

  /**
   * Fetches a blob into a new file beside the target and then gives it the target's name, so that a
   * half file never stands there.
   *
   * @param replace whether a file of that name may be replaced
   * @throws LifelineException TARGET_*, DISK_FULL, CONTENT_DAMAGED, SAS_EXPIRED, BLOB_REFUSED, or a
   *     code of kind GAVE_UP
   */
  public Transferred download(SasUrl source, Path target, boolean replace) {
    try (PartialFile partial = PartialFile.beside(target, ids.get())) {
      Transferred whole =
          new BlobDownload(calls(source), retries, partial, target.getFileName().toString())
              .fetch();
      partial.complete(replace);
      return whole;
    }
  }

  private BlobCalls calls(SasUrl url) {
    return new BlobCalls(transport, url, ids, retries.time());
  }
}
