package dev.lifeline.emulator.blob;

import static dev.lifeline.emulator.blob.RunningBlobs.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class BlockListTest {
  private static RunningBlobs blobs;

  @BeforeContainer
  static void start() throws IOException {
    blobs = RunningBlobs.start();
  }

  @AfterContainer
  static void stop() throws IOException {
    blobs.close();
  }

  @Property(tries = 40)
  void any_split_into_blocks_sent_in_any_order_is_the_same_content(
      @ForAll @Size(min = 1, max = 300) byte[] content,
      @ForAll @Size(max = 6) List<@IntRange(max = 300) Integer> cuts,
      @ForAll Random random)
      throws Exception {
    String url = blobs.url("split.zip", "rw");
    List<byte[]> blocks = split(content, cuts);
    List<Integer> order = new ArrayList<>();
    for (int block = 0; block < blocks.size(); block++) {
      order.add(block);
    }

    Collections.shuffle(order, random);
    for (int block : order) {
      blobs.putBlock(url, id(block), blocks.get(block));
    }
    Collections.sort(order);
    blobs.putBlockList(url, order.stream().map(RunningBlobs::id).toList());

    assertThat(blobs.get(url).body()).isEqualTo(content);
  }

  @Property(tries = 60)
  void any_range_is_that_part_of_the_content(
      @ForAll @Size(min = 1, max = 300) byte[] content,
      @ForAll @Size(max = 4) List<@IntRange(max = 300) Integer> cuts,
      @ForAll @IntRange(max = 299) int from,
      @ForAll @IntRange(max = 400) int more)
      throws Exception {
    String url = blobs.url("ranges.zip", "rw");
    List<byte[]> blocks = split(content, cuts);
    List<String> ids = new ArrayList<>();
    for (byte[] block : blocks) {
      ids.add(id(ids.size()));
      blobs.putBlock(url, ids.get(ids.size() - 1), block);
    }
    blobs.putBlockList(url, ids);
    int first = from % content.length;

    HttpResponse<byte[]> answer =
        blobs.get(url, "x-ms-range", "bytes=%d-%d".formatted(first, first + more));

    int end = Math.min(content.length, first + more + 1);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content, first, end));
    assertThat(answer.headers().firstValue("Content-Range"))
        .hasValue("bytes %d-%d/%d".formatted(first, end - 1, content.length));
  }

  private static List<byte[]> split(byte[] content, List<Integer> cuts) {
    var ends = new TreeSet<Integer>();
    cuts.forEach(cut -> ends.add(cut % content.length));
    ends.remove(0);
    ends.add(content.length);
    List<byte[]> blocks = new ArrayList<>();
    int begin = 0;
    for (int end : ends) {
      blocks.add(Arrays.copyOfRange(content, begin, end));
      begin = end;
    }
    return blocks;
  }
}
