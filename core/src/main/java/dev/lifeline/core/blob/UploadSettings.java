package dev.lifeline.core.blob;

/**
 * How an upload is cut up.
 *
 * @param blockBytes the size of a block unless the file needs larger ones, in bytes
 * @param parallel how many blocks travel at once
 */
public record UploadSettings(int blockBytes, int parallel) {
  public static final UploadSettings DEFAULTS = new UploadSettings(4 * 1024 * 1024, 4);

  /** Blob transfer: Put Block, limits. */
  private static final long MOST_BLOCKS = 50_000;

  /**
   * The size of the blocks of a file of that length: it needs no more blocks than a blob may have.
   */
  int blockBytesFor(long fileBytes) {
    long needed = (fileBytes + MOST_BLOCKS - 1) / MOST_BLOCKS;
    return (int) Math.max(blockBytes, needed);
  }
}
