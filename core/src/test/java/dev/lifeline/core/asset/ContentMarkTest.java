package dev.lifeline.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContentMarkTest {
  private static final String SHA = "0123456789abcdef".repeat(4);

  @Test
  void the_mark_stands_behind_the_words() {
    assertThat(ContentMark.put("nightly", SHA)).isEqualTo("nightly [sha256:" + SHA + "]");
    assertThat(ContentMark.put(null, SHA)).isEqualTo("[sha256:" + SHA + "]");
  }

  @Test
  void a_mark_that_is_there_is_replaced() {
    String marked = ContentMark.put("nightly", SHA);

    assertThat(ContentMark.put(marked, "f".repeat(64)))
        .isEqualTo("nightly [sha256:" + "f".repeat(64) + "]");
  }

  @Test
  void a_mark_in_the_middle_or_of_another_length_is_none() {
    assertThat(ContentMark.of("[sha256:" + SHA + "] and more")).isEmpty();
    assertThat(ContentMark.of("[sha256:0123]")).isEmpty();
    assertThat(ContentMark.of(null)).isEmpty();
  }

  @Property(tries = 300)
  void what_was_marked_is_read_again(@ForAll String words) {
    assertThat(ContentMark.of(ContentMark.put(words, SHA))).contains(SHA);
  }
}
