package dev.lifeline.core.download;

import dev.lifeline.core.blob.BlobClient;
import dev.lifeline.core.blob.DownloadOrder;
import dev.lifeline.core.blob.Received;
import dev.lifeline.core.blob.SasSource;
import dev.lifeline.core.model.TransferSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fetches files of LCS into a folder. Every place is known, and free, before the first byte is
 * asked for; a file appears under its name only when it is whole. Thread-safe.
 */
public final class FolderDownload {
  private final BlobClient blobs;

  public FolderDownload(BlobClient blobs) {
    this.blobs = blobs;
  }

  /**
   * Where to.
   *
   * @param folder made if it is missing
   * @param overwrite whether files of the same name may be replaced
   */
  public record Destination(Path folder, boolean overwrite) {}

  /**
   * A file that arrived whole.
   *
   * @param file as LCS describes it
   * @param path where it is, absolute
   * @param sizeBytes its length
   * @param sha256 in hex digits
   */
  public record Fetched(RemoteFile file, Path path, long sizeBytes, String sha256) {}

  /**
   * Fetches files, one after the other; LCS is asked for the address of each just before it, since
   * addresses are good for a limited time.
   *
   * @param arrived told each file once it is whole
   * @throws dev.lifeline.core.problem.LifelineException TARGET_NOT_WRITABLE and TARGET_EXISTS
   *     before anything is fetched; what LCS or the blob store refuses
   */
  public void run(List<RemoteFile> files, Destination to, Consumer<Fetched> arrived) {
    List<Path> places = new Places(to.folder(), to.overwrite()).of(files);
    for (int i = 0; i < files.size(); i++) {
      RemoteFile file = files.get(i);
      Path place = places.get(i);
      Received whole =
          blobs.download(
              new DownloadOrder(
                  SasSource.of(file.address().get()),
                  place,
                  to.overwrite(),
                  TransferSettings.DEFAULTS));
      arrived.accept(new Fetched(file, place, whole.sizeBytes(), whole.sha256()));
    }
  }
}
