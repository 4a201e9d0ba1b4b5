package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.PercentEncoding;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Signed URLs of the blobs of one container. */
final class SasUrls {
  private final URI endpoint;
  private final BlobAccount account;
  private final String container;
  private final InstantSource time;

  /**
   * URLs below an endpoint.
   *
   * @param endpoint the account's blob endpoint, without a slash at its end
   */
  SasUrls(URI endpoint, BlobAccount account, String container, InstantSource time) {
    this.endpoint = endpoint;
    this.account = account;
    this.container = container;
    this.time = time;
  }

  String container() {
    return container;
  }

  /** The URL of a blob with a SAS of these permissions. */
  URI signed(String blobName, String permissions, Duration validFor) {
    boolean https = "https".equals(endpoint.getScheme());
    SasTerms terms = SasTerms.from(time.instant(), validFor, permissions, https);
    String sas = new SasSigner(account).forBlob(container, blobName, terms);
    return URI.create(endpoint + path(blobName) + "?" + sas);
  }

  /** The blob's path below the endpoint, percent-encoded. */
  String path(String blobName) {
    return Arrays.stream(blobName.split("/", -1))
        .map(PercentEncoding::encode)
        .collect(Collectors.joining("/", "/" + container + "/", ""));
  }
}
