package dev.lifeline.emulator.blob;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;

/**
 * A container of a real blob service, such as Azurite's. Signs with the account's key: Shared Key
 * for its own requests, service SAS for everybody else's. Thread-safe.
 */
public final class RemoteBlobStorage implements BlobStorage {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();
  private final URI endpoint;
  private final BlobAccount account;
  private final SasUrls urls;
  private final InstantSource time;

  private RemoteBlobStorage(
      URI endpoint, BlobAccount account, String container, InstantSource time) {
    this.endpoint = endpoint;
    this.account = account;
    this.urls = new SasUrls(endpoint, account, container, time);
    this.time = time;
  }

  /**
   * Opens a container, which is made if it is not there.
   *
   * @param endpoint the account's blob endpoint, such as {@code
   *     https://ACCOUNT.blob.core.windows.net} or {@code http://127.0.0.1:10000/devstoreaccount1};
   *     a host alone that does not begin with the account's name gets it as its path
   * @param account {@link BlobAccount#AZURITE} unless it was told otherwise
   * @throws IOException if the service cannot be reached, or refuses
   */
  public static RemoteBlobStorage open(
      URI endpoint, BlobAccount account, String container, InstantSource time) throws IOException {
    URI accountEndpoint = BlobEndpoint.of(endpoint, account);
    var storage = new RemoteBlobStorage(accountEndpoint, account, container, time);
    storage.createContainer();
    return storage;
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
    HttpResponse<String> answer = send(requestFor("HEAD", urls.path(blobName)));
    if (answer.statusCode() == 404) {
      return OptionalLong.empty();
    }
    judge(answer, 200);
    return answer.headers().firstValueAsLong("Content-Length");
  }

  @Override
  public void put(String blobName, byte[] content) throws IOException {
    var request =
        requestFor("PUT", urls.path(blobName))
            .header("x-ms-blob-type", "BlockBlob")
            .header("content-type", "application/octet-stream")
            .body(content);
    judge(send(request), 201);
  }

  @Override
  public void delete(String blobName) throws IOException {
    HttpResponse<String> answer = send(requestFor("DELETE", urls.path(blobName)));
    if (answer.statusCode() != 404) {
      judge(answer, 202);
    }
  }

  /** Nothing is held: connections end by themselves when they are idle. */
  @Override
  public void close() {}

  private void createContainer() throws IOException {
    var request =
        requestFor("PUT", "/" + urls.container())
            .parameter("restype", "container")
            .body(new byte[0]);
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() != 409) {
      judge(answer, 201);
    }
  }

  private SharedKeyRequest requestFor(String method, String path) {
    return new SharedKeyRequest(method, endpoint, path, time.instant());
  }

  private HttpResponse<String> send(SharedKeyRequest request) throws IOException {
    try {
      return client.send(request.signed(account, ANSWER_LIMIT), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the blob service");
    } catch (IOException e) {
      throw new IOException("the blob service at '%s' cannot be reached".formatted(endpoint), e);
    }
  }

  private void judge(HttpResponse<String> answer, int expected) throws IOException {
    if (answer.statusCode() != expected) {
      throw new IOException(
          "the blob service at '%s' answered %d %s"
              .formatted(
                  endpoint,
                  answer.statusCode(),
                  answer.headers().firstValue("x-ms-error-code").orElse("without a code")));
    }
  }
}
