package dev.lifeline.emulator.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Containers and their blobs: names in memory, bytes in files. Changes are atomic; each is written
 * to the index before it is answered. Thread-safe.
 */
final class BlobStore implements AutoCloseable {
  private final Map<String, Map<String, BlobEntry>> containers;
  private final Pieces pieces;
  private final BlobIndex index;
  private final InstantSource time;

  /** The store in a folder, with what an earlier run has left there. */
  BlobStore(Path folder, InstantSource time) throws IOException {
    this.time = time;
    this.index = new BlobIndex(folder.resolve("blobs.json"));
    BlobIndex.Content left = index.read();
    this.containers = new TreeMap<>(left.containers());
    this.pieces = new Pieces(folder.resolve("blobs"), left.lastNumber());
    for (BlobEntry entry : entries()) {
      StoredBlob blob = entry.committed();
      pieces.hold(blob == null ? List.of() : blob.pieces());
      pieces.hold(entry.uncommitted().stream().map(Block::piece).toList());
    }
    pieces.deleteOrphans();
  }

  /** Whether the container is new. */
  synchronized boolean createContainer(String name) throws IOException {
    if (containers.putIfAbsent(name, new TreeMap<>()) != null) {
      return false;
    }
    save();
    return true;
  }

  /** Refuses when there is no such container. */
  synchronized void requireContainer(BlobAddress address) throws BlobRefusedException {
    container(address);
  }

  /** The committed blob. */
  synchronized Optional<StoredBlob> find(BlobAddress address) throws BlobRefusedException {
    return Optional.ofNullable(entry(address).committed());
  }

  /** The uncommitted blocks, in the order in which they came. */
  synchronized List<Block> uncommitted(BlobAddress address) throws BlobRefusedException {
    return entry(address).uncommitted();
  }

  /** Writes bytes that are to become a block or a blob; whoever asks lets go of them. */
  Piece receive(InputStream source, long size, Checksums checksums) throws IOException {
    return pieces.write(source, size, checksums);
  }

  void release(Piece piece) {
    pieces.release(List.of(piece));
  }

  void read(StoredBlob blob, ByteRange range, OutputStream out) throws IOException {
    pieces.read(blob.pieces(), range, out);
  }

  /** Adds an uncommitted block; the store holds its piece from now on. */
  synchronized void putBlock(BlobAddress address, Block block) throws BlobRefusedException {
    BlobEntry entry = entry(address);
    Collection<Piece> free = entry.add(block, time.instant());
    pieces.hold(List.of(block.piece()));
    container(address).put(address.blob(), entry);
    pieces.release(free);
  }

  /** Replaces the blob by blocks that are there already. */
  synchronized StoredBlob commit(
      BlobAddress address,
      List<BlockReference> list,
      Map<String, String> properties,
      Precondition condition)
      throws BlobRefusedException, IOException {
    BlobEntry entry = entry(address);
    condition.check(entry.committed());
    return replace(address, entry, entry.resolve(list), properties);
  }

  /** Replaces the blob by a new piece; the store holds it from now on. */
  synchronized StoredBlob put(
      BlobAddress address, Piece piece, Map<String, String> properties, Precondition condition)
      throws BlobRefusedException, IOException {
    BlobEntry entry = entry(address);
    condition.check(entry.committed());
    List<Block> blocks = piece.size() == 0 ? List.of() : List.of(new Block("", piece));
    return replace(address, entry, blocks, properties);
  }

  /** Deletes the blob. */
  synchronized void delete(BlobAddress address, Precondition condition)
      throws BlobRefusedException, IOException {
    BlobEntry entry = entry(address);
    if (entry.committed() == null) {
      throw BlobError.BLOB_NOT_FOUND.refusal();
    }
    condition.check(entry.committed());
    Collection<Piece> free = entry.replace(null);
    container(address).remove(address.blob());
    save();
    pieces.release(free);
  }

  /** Writes the index a last time: uncommitted blocks are in it only now. */
  @Override
  public synchronized void close() throws IOException {
    save();
  }

  private StoredBlob replace(
      BlobAddress address, BlobEntry entry, List<Block> blocks, Map<String, String> properties)
      throws BlobRefusedException, IOException {
    String etag = "\"0x8DD%012X\"".formatted(pieces.nextNumber());
    Instant now = time.instant().truncatedTo(ChronoUnit.SECONDS);
    var blob = new StoredBlob(etag, now, properties, blocks);
    pieces.hold(blob.pieces());
    Collection<Piece> free = entry.replace(blob);
    container(address).put(address.blob(), entry);
    save();
    pieces.release(free);
    return blob;
  }

  private void save() throws IOException {
    index.write(new BlobIndex.Content(containers, pieces.lastNumber()));
  }

  private BlobEntry entry(BlobAddress address) throws BlobRefusedException {
    @Nullable BlobEntry known = container(address).get(address.blob());
    if (known == null) {
      return new BlobEntry();
    }
    pieces.release(known.forgetOld(time.instant()));
    return known;
  }

  private Map<String, BlobEntry> container(BlobAddress address) throws BlobRefusedException {
    Map<String, BlobEntry> blobs = containers.get(address.container());
    if (blobs == null) {
      throw BlobError.CONTAINER_NOT_FOUND.refusal();
    }
    return blobs;
  }

  private List<BlobEntry> entries() {
    return containers.values().stream().flatMap(blobs -> blobs.values().stream()).toList();
  }
}
