package dev.lifeline.emulator.blob;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/** The emulator's own blob service, by its back door. */
final class LocalBlobStorage implements BlobStorage {
  private final BlobStore store;
  private final SasUrls urls;

  LocalBlobStorage(BlobStore store, SasUrls urls) {
    this.store = store;
    this.urls = urls;
  }

  @Override
  public URI uploadUrl(String blobName, Duration validFor) {
    return urls.signed(blobName, "cw", validFor);
  }

  @Override
  public URI downloadUrl(String blobName, Duration validFor) {
    return urls.signed(blobName, "r", validFor);
  }

  @Override
  public OptionalLong size(String blobName) throws IOException {
    try {
      return store
          .find(address(blobName))
          .map(blob -> OptionalLong.of(blob.size()))
          .orElseGet(OptionalLong::empty);
    } catch (BlobRefusedException e) {
      throw new IOException("the size of '%s' cannot be told".formatted(blobName), e);
    }
  }

  @Override
  public void put(String blobName, byte[] content) throws IOException {
    var checksums = new Checksums(true, false);
    Piece piece = store.receive(new ByteArrayInputStream(content), content.length, checksums);
    try {
      Map<String, String> properties =
          Map.of(
              BlobProperties.CONTENT_TYPE,
              "application/octet-stream",
              BlobProperties.CONTENT_MD5,
              checksums.md5());
      store.put(address(blobName), piece, properties, Precondition.NONE);
    } catch (BlobRefusedException e) {
      throw new IOException("'%s' cannot be stored".formatted(blobName), e);
    } finally {
      store.release(piece);
    }
  }

  @Override
  public void delete(String blobName) throws IOException {
    try {
      store.delete(address(blobName), Precondition.NONE);
    } catch (BlobRefusedException e) {
      if (e.error() != BlobError.BLOB_NOT_FOUND) {
        throw new IOException("'%s' cannot be deleted".formatted(blobName), e);
      }
    }
  }

  /** The service, whose files these are, is closed by whoever opened it. */
  @Override
  public void close() {}

  private BlobAddress address(String blobName) {
    return new BlobAddress(urls.container(), blobName);
  }
}
