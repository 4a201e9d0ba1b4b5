package dev.lifeline.core.blob;

import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.model.SasUrl;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The requests of the blob service for one blob (Blob transfer: operations). */
final class BlobCalls {
  private static final String VERSION = "2021-12-02";

  private final Supplier<UUID> ids;

  BlobCalls(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /** An id for one upload, for the names of its blocks: 16 characters. */
  String newUploadId() {
    return ids.get().toString().replace("-", "").substring(0, 16);
  }

  /**
   * A block, whose bytes are the content.
   *
   * @param check name and value of the header that the store checks it by, or null
   */
  Request putBlock(SasUrl url, String blockId, Map.@Nullable Entry<String, String> check) {
    URI address =
        url.revealWith("comp=block&blockid=" + URLEncoder.encode(blockId, StandardCharsets.UTF_8));
    Request request = standard("PUT", address);
    return check == null ? request : request.header(check.getKey(), check.getValue());
  }

  /**
   * The list that makes a blob of blocks, which is the content.
   *
   * @param md5 of the whole, in base64, or null
   */
  Request putBlockList(SasUrl url, @Nullable String md5) {
    Request request =
        standard("PUT", url.revealWith("comp=blocklist"))
            .header("Content-Type", "application/xml")
            .header("x-ms-blob-content-type", "application/octet-stream");
    return md5 == null ? request : request.header("x-ms-blob-content-md5", md5);
  }

  /**
   * A range of a blob.
   *
   * @param etag what the blob has to be still, or null
   */
  Request get(SasUrl url, long from, long to, @Nullable String etag) {
    Request request =
        standard("GET", url.reveal()).header("x-ms-range", "bytes=" + from + "-" + to);
    return etag == null ? request : request.header("If-Match", etag);
  }

  private Request standard(String method, URI address) {
    return new Request(method, address, Map.of(), Body.empty(), Repeat.BY_THE_SENDER)
        .header("x-ms-version", VERSION)
        .header("x-ms-client-request-id", ids.get().toString());
  }
}
