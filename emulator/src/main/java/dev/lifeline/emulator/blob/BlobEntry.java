package dev.lifeline.emulator.blob;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known under one blob name: the committed blob and the blocks that wait. */
final class BlobEntry {
  private static final int UNCOMMITTED_LIMIT = 100_000;
  private static final Duration UNCOMMITTED_LIFE = Duration.ofDays(7);

  private @Nullable StoredBlob committed;
  private final Map<String, Piece> uncommitted = new LinkedHashMap<>();
  private Instant lastPut = Instant.EPOCH;

  @Nullable StoredBlob committed() {
    return committed;
  }

  Instant lastPut() {
    return lastPut;
  }

  List<Block> uncommitted() {
    return uncommitted.entrySet().stream()
        .map(block -> new Block(block.getKey(), block.getValue()))
        .toList();
  }

  boolean isEmpty() {
    return committed == null && uncommitted.isEmpty();
  }

  /** Takes over what an earlier run has left. */
  void restore(@Nullable StoredBlob blob, List<Block> blocks, Instant put) {
    committed = blob;
    blocks.forEach(block -> uncommitted.put(block.id(), block.piece()));
    lastPut = put;
  }

  /** Forgets uncommitted blocks of a week ago; returns their pieces. */
  Collection<Piece> forgetOld(Instant now) {
    return lastPut.plus(UNCOMMITTED_LIFE).isAfter(now) ? List.of() : drop();
  }

  /** Adds or replaces an uncommitted block; returns the pieces that are free now. */
  Collection<Piece> add(Block block, Instant now) throws BlobRefusedException {
    if (!uncommitted.isEmpty()) {
      String other = uncommitted.keySet().iterator().next();
      if (BlockId.length(other) != BlockId.length(block.id())) {
        throw BlobError.INVALID_BLOB_OR_BLOCK.refusal();
      }
      if (uncommitted.size() >= UNCOMMITTED_LIMIT && !uncommitted.containsKey(block.id())) {
        throw BlobError.BLOCK_COUNT_EXCEEDS_LIMIT.refusal();
      }
    }
    lastPut = now;
    Piece replaced = uncommitted.put(block.id(), block.piece());
    return replaced == null ? List.of() : List.of(replaced);
  }

  /** The blocks that a list names, in its order. */
  List<Block> resolve(List<BlockReference> list) throws BlobRefusedException {
    Map<String, Piece> present = new HashMap<>();
    if (committed != null) {
      committed.blocks().forEach(block -> present.put(block.id(), block.piece()));
      present.remove("");
    }
    List<Block> blocks = new ArrayList<>(list.size());
    for (BlockReference reference : list) {
      Piece piece =
          reference.source().choose(present.get(reference.id()), uncommitted.get(reference.id()));
      if (piece == null) {
        throw BlobError.INVALID_BLOCK_LIST.refusal();
      }
      blocks.add(new Block(reference.id(), piece));
    }
    return blocks;
  }

  /**
   * Makes this the committed blob, or leaves none; all uncommitted blocks go. Returns the pieces of
   * both that are free now.
   */
  Collection<Piece> replace(@Nullable StoredBlob blob) {
    List<Piece> free = new ArrayList<>(drop());
    if (committed != null) {
      free.addAll(committed.pieces());
    }
    committed = blob;
    return free;
  }

  private Collection<Piece> drop() {
    List<Piece> dropped = List.copyOf(uncommitted.values());
    uncommitted.clear();
    return dropped;
  }
}
