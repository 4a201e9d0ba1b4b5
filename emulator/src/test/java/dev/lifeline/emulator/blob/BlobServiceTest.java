package dev.lifeline.emulator.blob;

import static dev.lifeline.emulator.blob.RunningBlobs.bytes;
import static dev.lifeline.emulator.blob.RunningBlobs.code;
import static dev.lifeline.emulator.blob.RunningBlobs.id;
import static dev.lifeline.emulator.blob.RunningBlobs.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobServiceTest {
  private static final String BLOB_TYPE = "x-ms-blob-type";
  private static final String BLOCK_BLOB = "BlockBlob";

  private RunningBlobs blobs;
  private String url;

  @BeforeEach
  void start() throws IOException {
    blobs = RunningBlobs.start();
    url = blobs.url("package.zip", "rcwd");
  }

  @AfterEach
  void stop() throws IOException {
    blobs.close();
  }

  @Test
  void a_blob_put_as_a_whole_comes_back_with_its_md5() throws Exception {
    HttpResponse<byte[]> put =
        blobs.put(url, bytes("content"), BLOB_TYPE, BLOCK_BLOB, "Content-Type", "application/zip");

    HttpResponse<byte[]> answer = blobs.get(url);

    assertThat(put.statusCode()).isEqualTo(201);
    assertThat(text(answer)).isEqualTo("content");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/zip");
    assertThat(header(answer, "Content-MD5")).isEqualTo(md5("content"));
    assertThat(header(answer, "ETag")).isEqualTo(header(put, "ETag")).matches("\".+\"");
    assertThat(header(answer, "x-ms-blob-type")).isEqualTo(BLOCK_BLOB);
  }

  @Test
  void a_block_that_was_damaged_on_the_way_is_refused() throws Exception {
    HttpResponse<byte[]> answer =
        blobs.putBlock(url, id(1), bytes("damaged"), "Content-MD5", md5("content"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("Md5Mismatch");
    assertThat(blobs.get(url + "&comp=blocklist&blocklisttype=all").statusCode()).isEqualTo(404);
  }

  @Test
  void a_wrong_crc64_is_refused_and_a_right_one_confirmed() throws Exception {
    String right = "iJh5CoYUi64=";

    HttpResponse<byte[]> wrong =
        blobs.putBlock(url, id(1), bytes("12345678"), IncomingBody.CRC64, right);
    HttpResponse<byte[]> good =
        blobs.putBlock(url, id(1), bytes("123456789"), IncomingBody.CRC64, right);

    assertThat(code(wrong)).isEqualTo("Crc64Mismatch");
    assertThat(good.statusCode()).isEqualTo(201);
    assertThat(header(good, IncomingBody.CRC64)).isEqualTo(right);
  }

  @Test
  void the_md5_of_a_block_list_is_stored_and_never_checked() throws Exception {
    blobs.putBlock(url, id(1), bytes("content"));

    blobs.putBlockList(url, List.of(id(1)), "x-ms-blob-content-md5", md5("something else"));

    assertThat(header(blobs.get(url), "Content-MD5")).isEqualTo(md5("something else"));
  }

  @Test
  void the_properties_of_a_blob_come_with_its_list() throws Exception {
    blobs.putBlock(url, id(1), bytes("content"));

    blobs.putBlockList(
        url,
        List.of(id(1)),
        "Content-Type",
        "text/xml",
        "x-ms-blob-content-type",
        "application/zip",
        "x-ms-meta-origin",
        "build 7");

    HttpResponse<byte[]> head = blobs.send("HEAD", url, new byte[0]);
    assertThat(header(head, "Content-Type")).isEqualTo("application/zip");
    assertThat(header(head, "x-ms-meta-origin")).isEqualTo("build 7");
    assertThat(header(head, "Content-Length")).isEqualTo("7");
    assertThat(header(head, "Accept-Ranges")).isEqualTo("bytes");
  }

  @Test
  void a_part_carries_the_md5_of_the_whole_under_another_name() throws Exception {
    blobs.put(url, bytes("0123456789"), BLOB_TYPE, BLOCK_BLOB);

    HttpResponse<byte[]> answer = blobs.get(url, "Range", "bytes=0-1", "x-ms-range", "bytes=2-4");

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(text(answer)).isEqualTo("234");
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes 2-4/10");
    assertThat(header(answer, "x-ms-blob-content-md5")).isEqualTo(md5("0123456789"));
    assertThat(answer.headers().firstValue("Content-MD5")).isEmpty();
  }

  @Test
  void a_part_carries_its_own_md5_when_it_is_asked_for() throws Exception {
    blobs.put(url, bytes("0123456789"), BLOB_TYPE, BLOCK_BLOB);

    HttpResponse<byte[]> answer =
        blobs.get(url, "x-ms-range", "bytes=2-4", "x-ms-range-get-content-md5", "true");

    assertThat(header(answer, "Content-MD5")).isEqualTo(md5("234"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0123456789"})
  void a_part_past_the_end_is_refused_with_the_size(String content) throws Exception {
    blobs.put(url, bytes(content), BLOB_TYPE, BLOCK_BLOB);

    HttpResponse<byte[]> answer =
        blobs.get(url, "x-ms-range", "bytes=%d-".formatted(content.length()));

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(code(answer)).isEqualTo("InvalidRange");
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + content.length());
  }

  @Test
  void a_part_of_another_version_is_refused() throws Exception {
    HttpResponse<byte[]> old = blobs.put(url, bytes("old"), BLOB_TYPE, BLOCK_BLOB);
    blobs.put(url, bytes("new"), BLOB_TYPE, BLOCK_BLOB);

    HttpResponse<byte[]> answer =
        blobs.get(url, "x-ms-range", "bytes=1-", "If-Match", header(old, "ETag"));

    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(code(answer)).isEqualTo("ConditionNotMet");
  }

  @Test
  void an_etag_may_come_without_its_quotes() throws Exception {
    HttpResponse<byte[]> put = blobs.put(url, bytes("content"), BLOB_TYPE, BLOCK_BLOB);
    String unquoted = header(put, "ETag").replace("\"", "");

    HttpResponse<byte[]> answer = blobs.get(url, "If-Match", unquoted);

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void a_blob_that_is_known_already_is_not_sent_again() throws Exception {
    HttpResponse<byte[]> put = blobs.put(url, bytes("content"), BLOB_TYPE, BLOCK_BLOB);

    HttpResponse<byte[]> answer = blobs.get(url, "If-None-Match", header(put, "ETag"));

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void a_list_that_only_creates_overwrites_nothing() throws Exception {
    blobs.put(url, bytes("first"), BLOB_TYPE, BLOCK_BLOB);
    blobs.putBlock(url, id(1), bytes("second"));

    HttpResponse<byte[]> answer = blobs.putBlockList(url, List.of(id(1)), "If-None-Match", "*");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(code(answer)).isEqualTo("BlobAlreadyExists");
    assertThat(text(blobs.get(url))).isEqualTo("first");
  }

  @Test
  void a_list_that_is_no_list_is_refused() throws Exception {
    HttpResponse<byte[]> answer = blobs.put(url + "&comp=blocklist", bytes("<BlockList><Latest>"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("InvalidXmlDocument");
  }

  @Test
  void a_blob_without_its_type_is_refused() throws Exception {
    HttpResponse<byte[]> answer = blobs.put(url, bytes("content"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("MissingRequiredHeader");
  }

  @Test
  void a_body_of_unknown_length_is_refused() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url + "&comp=block&blockid=MDAx"))
            .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes("content"))))
            .build();

    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(411);
    assertThat(code(answer)).isEqualTo("MissingContentLengthHeader");
  }

  @Test
  void a_deleted_blob_is_gone() throws Exception {
    blobs.put(url, bytes("content"), BLOB_TYPE, BLOCK_BLOB);

    HttpResponse<byte[]> delete = blobs.send("DELETE", url, new byte[0]);

    assertThat(delete.statusCode()).isEqualTo(202);
    assertThat(blobs.get(url).statusCode()).isEqualTo(404);
  }

  @Test
  void a_container_that_nobody_made_is_named_as_the_reason() throws Exception {
    var terms = new SasTerms("w", null, RunningBlobs.NOON.plusSeconds(60), false);
    String sas = blobs.service.signer().forBlob("another", "package.zip", terms);
    String elsewhere =
        "%s/%s/another/package.zip?%s".formatted(blobs.endpoint(), BlobAccount.EMULATOR_NAME, sas);

    HttpResponse<byte[]> answer = blobs.putBlock(elsewhere, id(1), bytes("one"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(code(answer)).isEqualTo("ContainerNotFound");
  }

  @Test
  void every_answer_can_be_found_again() throws Exception {
    HttpResponse<byte[]> answer =
        blobs.get(url, "x-ms-client-request-id", "mine", "x-ms-version", "2022-11-02");

    assertThat(header(answer, "x-ms-client-request-id")).isEqualTo("mine");
    assertThat(header(answer, "x-ms-version")).isEqualTo("2022-11-02");
    assertThat(text(answer)).contains("RequestId:" + header(answer, "x-ms-request-id"));
  }

  @Test
  void what_was_committed_survives_a_restart(@TempDir Path folder) throws Exception {
    String sas;
    try (RunningBlobs first = RunningBlobs.startIn(folder)) {
      String firstUrl = first.url("package.zip", "rcw");
      sas = firstUrl.substring(firstUrl.indexOf('?') + 1);
      first.putBlock(firstUrl, id(1), bytes("one "));
      first.putBlock(firstUrl, id(2), bytes("two"));
      first.putBlockList(firstUrl, List.of(id(1), id(2)), "x-ms-meta-origin", "build 7");
      first.putBlock(firstUrl, id(3), bytes("waits"));
    }

    try (RunningBlobs second = RunningBlobs.startIn(folder)) {
      HttpResponse<byte[]> answer = second.get(second.urlWith("package.zip", sas));
      HttpResponse<byte[]> list =
          second.get(second.urlWith("package.zip", sas) + "&comp=blocklist&blocklisttype=all");

      assertThat(text(answer)).isEqualTo("one two");
      assertThat(header(answer, "x-ms-meta-origin")).isEqualTo("build 7");
      assertThat(text(list)).contains("<UncommittedBlocks><Block><Name>" + id(3));
    }
  }

  @Test
  void bytes_that_no_blob_holds_leave_no_file(@TempDir Path folder) throws Exception {
    try (RunningBlobs kept = RunningBlobs.startIn(folder)) {
      String keptUrl = kept.url("package.zip", "rcwd");
      kept.put(keptUrl, bytes("first"), BLOB_TYPE, BLOCK_BLOB);
      kept.put(keptUrl, bytes("second"), BLOB_TYPE, BLOCK_BLOB);
      kept.putBlock(keptUrl, id(1), bytes("third"));

      kept.send("DELETE", keptUrl, new byte[0]);

      assertThat(folder.resolve("blobs")).isEmptyDirectory();
    }
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("(no " + name + ")");
  }

  private static String md5(String text) throws Exception {
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes(text)));
  }
}
