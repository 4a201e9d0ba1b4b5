package dev.lifeline.emulator.blob;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Where the bytes of assets live: the emulator's own blob service, or a real one such as Azurite.
 * Thread-safe. A blob name may hold slashes. The URLs hold a signature, which is a secret.
 */
public interface BlobStorage extends AutoCloseable {
  /** A URL to upload the blob to ({@code sp=cw}: nothing can be read with it). */
  URI uploadUrl(String blobName, Duration validFor);

  /** A URL to download the blob from ({@code sp=r}). */
  URI downloadUrl(String blobName, Duration validFor);

  /**
   * The size in bytes of the committed blob; empty when there is no such blob.
   *
   * @throws IOException if the storage cannot be reached or read
   */
  OptionalLong size(String blobName) throws IOException;

  /**
   * Puts a small blob there, as a whole.
   *
   * @throws IOException if the storage cannot be reached or written
   */
  void put(String blobName, byte[] content) throws IOException;

  /**
   * Removes the blob; without effect when there is none.
   *
   * @throws IOException if the storage cannot be reached or written
   */
  void delete(String blobName) throws IOException;

  /** Lets go of what the storage holds. */
  @Override
  void close();
}
