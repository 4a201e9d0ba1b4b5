package dev.lifeline.emulator.blob;

import static dev.lifeline.emulator.blob.RunningBlobs.bytes;
import static dev.lifeline.emulator.blob.RunningBlobs.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.emulator.peers.Azurite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against Azurite, which nobody here wrote. */
class RemoteBlobStorageTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Azurite azurite;

  @BeforeAll
  static void start() throws IOException {
    azurite = Azurite.start();
  }

  @AfterAll
  static void stop() {
    azurite.close();
  }

  @Test
  void its_container_is_made_once_and_found_the_second_time() throws Exception {
    open("twice").put("package.zip", bytes("content"));

    BlobStorage second = open("twice");

    assertThat(second.size("package.zip")).hasValue(7);
  }

  @Test
  void a_blob_that_is_not_there_has_no_size() throws Exception {
    assertThat(open("nothing").size("package.zip")).isEmpty();
  }

  @Test
  void a_deleted_blob_is_gone_and_may_be_deleted_again() throws Exception {
    BlobStorage storage = open("deleted");
    storage.put("package.zip", bytes("content"));

    storage.delete("package.zip");
    storage.delete("package.zip");

    assertThat(storage.size("package.zip")).isEmpty();
  }

  @Test
  void its_signatures_are_accepted_for_blocks_and_for_reading() throws Exception {
    BlobStorage storage = open("signed");
    String name = "a folder/größe+1.zip";
    String upload = storage.uploadUrl(name, HOUR).toString();

    put(upload + "&comp=block&blockid=" + id(1).replace("=", "%3D"), "content");
    put(upload + "&comp=blocklist", "<BlockList><Latest>%s</Latest></BlockList>".formatted(id(1)));

    assertThat(get(storage.downloadUrl(name, HOUR)).body()).isEqualTo("content");
  }

  @Test
  void an_upload_url_reads_nothing() throws Exception {
    BlobStorage storage = open("unread");
    storage.put("package.zip", bytes("content"));

    HttpResponse<String> answer = get(storage.uploadUrl("package.zip", HOUR));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void the_emulators_own_service_takes_it_as_a_client_too() throws Exception {
    try (RunningBlobs blobs = RunningBlobs.start()) {
      BlobStorage storage =
          RemoteBlobStorage.open(
              blobs.endpoint(), blobs.service.account(), "remote-one", blobs.now::get);

      storage.put("a folder/package.zip", bytes("content"));

      assertThat(storage.size("a folder/package.zip")).hasValue(7);
    }
  }

  @Test
  void a_wrong_key_is_refused_without_being_shown() {
    var account = new BlobAccount(BlobAccount.EMULATOR_NAME, AccountKey.fromBase64("d3Jvbmc="));

    assertThatThrownBy(
            () -> RemoteBlobStorage.open(azurite.endpoint(), account, "refused", Clock.systemUTC()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("answered 403")
        .hasMessageNotContaining("d3Jvbmc");
  }

  @Test
  void a_service_that_is_not_there_is_named() {
    URI nobody = URI.create("http://127.0.0.1:1/devstoreaccount1");

    assertThatThrownBy(
            () -> RemoteBlobStorage.open(nobody, BlobAccount.AZURITE, "nobody", Clock.systemUTC()))
        .isInstanceOf(IOException.class)
        .hasMessage("the blob service at 'http://127.0.0.1:1/devstoreaccount1' cannot be reached");
  }

  private static BlobStorage open(String container) throws IOException {
    return RemoteBlobStorage.open(
        azurite.endpoint(), BlobAccount.AZURITE, container, Clock.systemUTC());
  }

  private static void put(String url, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofString(body)).build();
    assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
  }

  private static HttpResponse<String> get(URI url) throws Exception {
    return CLIENT.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }
}
