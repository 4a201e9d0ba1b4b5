package dev.lifeline.core.blob;

import dev.lifeline.core.http.BulkTransport;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.problem.LifelineException;
import java.util.UUID;
import java.util.function.Supplier;

/** Moves block blobs by their SAS URLs, in memory that does not grow with the file. Thread-safe. */
public final class BlobClient {
  private final BulkTransport transport;
  private final Retries retries;
  private final BlobCalls calls;

  /**
   * @param retries for single blocks and ranges
   * @param ids makes block ids and request ids
   */
  public BlobClient(BulkTransport transport, Retries retries, Supplier<UUID> ids) {
    this.transport = transport;
    this.retries = retries;
    this.calls = new BlobCalls(ids);
  }

  /**
   * Sends a file. The blob appears whole or not at all. With a journal, an upload that was cut off
   * goes on where it was.
   *
   * @throws LifelineException FILE_*, SAS_EXPIRED, BLOB_REFUSED, CONTENT_DAMAGED, STORE_DAMAGED for
   *     the journal, INTERRUPTED, or a code of kind GAVE_UP
   */
  public Sent upload(UploadOrder order) {
    return new BlobUpload(transport, retries, calls, order).send();
  }

  /**
   * Fetches a blob into a file beside the target and then gives it the target's name, so that a
   * half file never stands there. What a failure or an interruption leaves beside it lets the next
   * download of the same blob go on where this one was.
   *
   * @throws LifelineException TARGET_*, DISK_FULL, CONTENT_DAMAGED, SAS_EXPIRED, BLOB_REFUSED,
   *     INTERRUPTED, or a code of kind GAVE_UP
   */
  public Received download(DownloadOrder order) {
    return new BlobDownload(transport, retries, calls, order).fetch();
  }
}
