package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.Call;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A blob's properties, by the header that shows them, as its last write gave them. */
final class BlobProperties {
  static final String CONTENT_TYPE = "Content-Type";
  static final String CONTENT_MD5 = "Content-MD5";
  static final String BLOB_CONTENT_MD5 = "x-ms-blob-content-md5";

  private static final String DEFAULT_TYPE = "application/octet-stream";
  private static final String METADATA = "x-ms-meta-";
  private static final String TIER = "x-ms-access-tier";

  private static final Map<String, String> SHOWN_AS =
      Map.of(
          "x-ms-blob-content-type",
          CONTENT_TYPE,
          "x-ms-blob-content-encoding",
          "Content-Encoding",
          "x-ms-blob-content-language",
          "Content-Language",
          "x-ms-blob-content-disposition",
          "Content-Disposition",
          "x-ms-blob-cache-control",
          "Cache-Control",
          BLOB_CONTENT_MD5,
          CONTENT_MD5,
          TIER,
          TIER);

  private BlobProperties() {}

  /** Those of a Put Block List; its own Content-Type is that of the list. */
  static Map<String, String> ofBlockList(Call call) {
    Map<String, String> properties = new HashMap<>();
    properties.put(CONTENT_TYPE, DEFAULT_TYPE);
    properties.put(TIER, "Hot");
    call.headers()
        .forEach(
            (name, values) -> {
              String lowerCase = name.toLowerCase(Locale.ROOT);
              String shown = lowerCase.startsWith(METADATA) ? lowerCase : SHOWN_AS.get(lowerCase);
              if (shown != null) {
                properties.put(shown, String.join(",", values));
              }
            });
    return properties;
  }

  /** Those of a Put Blob, whose Content-Type counts and whose MD5 the service has computed. */
  static Map<String, String> ofBlob(Call call, String md5) {
    Map<String, String> properties = ofBlockList(call);
    if (call.header("x-ms-blob-content-type").isEmpty()) {
      properties.put(CONTENT_TYPE, call.header(CONTENT_TYPE).orElse(DEFAULT_TYPE));
    }
    properties.put(CONTENT_MD5, md5);
    return properties;
  }
}
