package dev.lifeline.core.model;

/**
 * How a file is cut up and sent or fetched.
 *
 * @param blockBytes the size of a block or range in bytes; 0 lets it follow from the file's size
 * @param parallel how many connections carry them; 0 lets that follow from the measured rate
 * @param check what the store checks the blocks of an upload by
 */
public record TransferSettings(int blockBytes, int parallel, BlockCheck check) {
  /** Everything as it suits file and line. */
  public static final TransferSettings DEFAULTS = new TransferSettings(0, 0, BlockCheck.CRC64);

  /** The smallest block that people can choose, in bytes: smaller ones are all overhead. */
  public static final int LEAST_BLOCK_BYTES = 64 * 1024;

  /** The largest block that can be chosen, in bytes (Blob transfer: Put Block, limits). */
  public static final int MOST_BLOCK_BYTES = 100 * 1024 * 1024;

  /** The most connections that can be chosen. */
  public static final int MOST_PARALLEL = 64;

  private static final int MEBIBYTE = 1024 * 1024;
  private static final int USUAL_BLOCK_BYTES = 8 * MEBIBYTE;

  /** More blocks than that bring nothing; fewer leave connections idle. */
  private static final int BLOCKS = 64;

  /** Blob transfer: Put Block, limits. */
  private static final long MOST_BLOCKS = 50_000;

  public TransferSettings {
    if (blockBytes < 0 || blockBytes > MOST_BLOCK_BYTES) {
      throw new IllegalArgumentException("a block has 1 byte to 100 MiB");
    }
    if (parallel != 0) {
      requireParallel(parallel);
    }
  }

  /**
   * A size of blocks that people can choose.
   *
   * @throws IllegalArgumentException with a sentence, when it is none
   */
  public static int requireBlockBytes(int bytes) {
    if (bytes < LEAST_BLOCK_BYTES || bytes > MOST_BLOCK_BYTES) {
      throw new IllegalArgumentException("a block has 64 KiB to 100 MiB");
    }
    return bytes;
  }

  /**
   * A number of connections that can be chosen.
   *
   * @throws IllegalArgumentException with a sentence, when it is none
   */
  public static int requireParallel(int connections) {
    if (connections < 1 || connections > MOST_PARALLEL) {
      throw new IllegalArgumentException("a transfer uses 1 to " + MOST_PARALLEL + " connections");
    }
    return connections;
  }

  /** The size of the blocks of a file of that length, such that a blob can have so many. */
  public int blockBytesFor(long fileBytes) {
    long needed = (fileBytes + MOST_BLOCKS - 1) / MOST_BLOCKS;
    return (int) Math.max(needed, blockBytes > 0 ? blockBytes : suiting(fileBytes));
  }

  /** The size of the ranges of a blob whose length is not known yet. */
  public int rangeBytes() {
    return blockBytes > 0 ? blockBytes : USUAL_BLOCK_BYTES;
  }

  private static long suiting(long fileBytes) {
    long even = (fileBytes + BLOCKS - 1) / BLOCKS;
    long mebibytes = (even + MEBIBYTE - 1) / MEBIBYTE;
    return Math.min(USUAL_BLOCK_BYTES, Math.max(1, mebibytes) * MEBIBYTE);
  }
}
