package dev.lifeline.emulator.blob;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A committed blob.
 *
 * @param etag with its quotes
 * @param lastModified to the second
 * @param properties by the header that shows them, such as {@code Content-Type}
 * @param blocks in the order of the content; one without an id if it was put as a whole
 */
record StoredBlob(
    String etag, Instant lastModified, Map<String, String> properties, List<Block> blocks) {
  StoredBlob {
    properties = Map.copyOf(properties);
    blocks = List.copyOf(blocks);
  }

  long size() {
    return blocks.stream().mapToLong(block -> block.piece().size()).sum();
  }

  List<Piece> pieces() {
    return blocks.stream().map(Block::piece).toList();
  }
}
