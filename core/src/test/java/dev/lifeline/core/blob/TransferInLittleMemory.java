package dev.lifeline.core.blob;

import dev.lifeline.core.event.Listener;
import dev.lifeline.core.http.BulkTransport;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.SocketTransport;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.model.TransferSettings;
import dev.lifeline.core.time.SystemTime;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;

/** A program of its own: uploads a file and downloads it again. */
final class TransferInLittleMemory {
  private TransferInLittleMemory() {}

  /**
   * Runs.
   *
   * @param arguments where to upload to, where to download from, the file, its copy
   */
  public static void main(String[] arguments) {
    SystemTime time = new SystemTime();
    Retries retries = new Retries(RetryPolicy.TRANSFER, time, new Random(1), Listener.NONE);
    try (BulkTransport transport =
        new SocketTransport(NetworkSettings.DEFAULTS, TimeLimits.DEFAULTS, time, Listener.NONE)) {
      BlobClient client = new BlobClient(transport, retries, UUID::randomUUID);
      client.upload(
          new UploadOrder(
              Path.of(arguments[2]),
              SasSource.of(SasUrl.of(arguments[0])),
              TransferSettings.DEFAULTS,
              null));
      client.download(
          new DownloadOrder(
              SasSource.of(SasUrl.of(arguments[1])),
              Path.of(arguments[3]),
              false,
              TransferSettings.DEFAULTS));
    }
  }
}
