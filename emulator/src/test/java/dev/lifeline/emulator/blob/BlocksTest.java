package dev.lifeline.emulator.blob;

import static dev.lifeline.emulator.blob.RunningBlobs.bytes;
import static dev.lifeline.emulator.blob.RunningBlobs.code;
import static dev.lifeline.emulator.blob.RunningBlobs.id;
import static dev.lifeline.emulator.blob.RunningBlobs.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {
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
  void blocks_come_back_in_the_order_of_the_list() throws Exception {
    blobs.putBlock(url, id(1), bytes("one "));
    blobs.putBlock(url, id(2), bytes("two "));

    HttpResponse<byte[]> commit = blobs.putBlockList(url, List.of(id(2), id(1), id(2)));

    assertThat(commit.statusCode()).isEqualTo(201);
    assertThat(text(blobs.get(url))).isEqualTo("two one two ");
  }

  @Test
  void blocks_are_invisible_until_they_are_committed() throws Exception {
    HttpResponse<byte[]> put = blobs.putBlock(url, id(1), bytes("one"));

    HttpResponse<byte[]> head = blobs.send("HEAD", url, new byte[0]);

    assertThat(put.statusCode()).isEqualTo(201);
    assertThat(head.statusCode()).isEqualTo(404);
    assertThat(code(head)).isEqualTo("BlobNotFound");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void the_same_id_again_replaces_the_block() throws Exception {
    blobs.putBlock(url, id(1), bytes("damaged"));
    blobs.putBlock(url, id(1), bytes("right"));

    blobs.putBlockList(url, List.of(id(1)));

    assertThat(text(blobs.get(url))).isEqualTo("right");
  }

  @Test
  void the_same_list_again_is_the_same_blob() throws Exception {
    blobs.putBlock(url, id(1), bytes("one"));
    blobs.putBlockList(url, List.of(id(1)));

    HttpResponse<byte[]> again = blobs.putBlockList(url, List.of(id(1)));

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(text(blobs.get(url))).isEqualTo("one");
  }

  @Test
  void the_latest_block_is_the_uncommitted_one() throws Exception {
    blobs.putBlock(url, id(1), bytes("old"));
    blobs.putBlockList(url, List.of(id(1)));
    blobs.putBlock(url, id(1), bytes("new"));

    blobs.putBlockList(url, List.of(id(1)));

    assertThat(text(blobs.get(url))).isEqualTo("new");
  }

  @Test
  void a_commit_drops_the_blocks_that_it_does_not_name() throws Exception {
    blobs.putBlock(url, id(1), bytes("one"));
    blobs.putBlock(url, id(2), bytes("two"));
    blobs.putBlockList(url, List.of(id(1)));

    HttpResponse<byte[]> answer = blobs.putBlockList(url, List.of(id(2)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("InvalidBlockList");
    assertThat(text(blobs.get(url))).isEqualTo("one");
  }

  @Test
  void the_block_list_tells_what_waits_and_what_is_committed() throws Exception {
    blobs.putBlock(url, id(1), bytes("one"));
    blobs.putBlockList(url, List.of(id(1)));
    blobs.putBlock(url, id(2), bytes("fourth"));

    HttpResponse<byte[]> answer = blobs.get(url + "&comp=blocklist&blocklisttype=all");

    assertThat(text(answer))
        .endsWith(
            ("<BlockList><CommittedBlocks><Block><Name>%s</Name><Size>3</Size></Block>"
                    + "</CommittedBlocks><UncommittedBlocks><Block><Name>%s</Name><Size>6</Size>"
                    + "</Block></UncommittedBlocks></BlockList>")
                .formatted(id(1), id(2)));
  }

  @Test
  void the_block_list_of_a_blob_that_is_only_begun_can_be_read() throws Exception {
    blobs.putBlock(url, id(1), bytes("one"));

    HttpResponse<byte[]> answer = blobs.get(url + "&comp=blocklist&blocklisttype=uncommitted");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer)).contains("<Name>%s</Name><Size>3</Size>".formatted(id(1)));
  }

  @Test
  void uncommitted_blocks_vanish_a_week_after_the_last_one() throws Exception {
    blobs.putBlock(url, id(1), bytes("one"));
    blobs.now.set(RunningBlobs.NOON.plus(Duration.ofDays(7)));

    HttpResponse<byte[]> answer = blobs.putBlockList(blobs.url("package.zip", "w"), List.of(id(1)));

    assertThat(code(answer)).isEqualTo("InvalidBlockList");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AA", "AB==", "no base64!", "%2B"})
  void an_id_that_is_no_canonical_base64_is_refused(String id) throws Exception {
    HttpResponse<byte[]> answer =
        blobs.put(
            url + "&comp=block&blockid=" + id.replace(" ", "%20").replace("=", "%3D"),
            bytes("one"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("InvalidQueryParameterValue");
  }

  @Test
  void an_id_of_more_than_64_bytes_is_refused() throws Exception {
    String tooLong = Base64.getEncoder().encodeToString(new byte[65]);

    HttpResponse<byte[]> answer = blobs.putBlock(url, tooLong, bytes("one"));

    assertThat(code(answer)).isEqualTo("InvalidQueryParameterValue");
  }

  @Test
  void ids_of_different_lengths_do_not_mix() throws Exception {
    blobs.putBlock(url, "MDAx", bytes("one"));

    HttpResponse<byte[]> answer = blobs.putBlock(url, "MDAwMDAy", bytes("two"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("InvalidBlobOrBlock");
  }

  @Test
  void an_empty_blob_discards_the_blocks_of_another_tool() throws Exception {
    blobs.putBlock(url, "MDAx", bytes("one"));
    blobs.put(url, new byte[0], BLOB_TYPE, BLOCK_BLOB);

    HttpResponse<byte[]> answer = blobs.putBlock(url, "MDAwMDAy", bytes("two"));

    assertThat(answer.statusCode()).isEqualTo(201);
  }
}
