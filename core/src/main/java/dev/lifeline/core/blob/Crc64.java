package dev.lifeline.core.blob;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/**
 * The CRC-64 of the blob service (Blob transfer: integrity), without a look at a table for each
 * byte. A multiple of the polynomial has seven terms, and all of them whole words of 64 bits apart:
 * so a word can be taken away when it is added to six words that follow it. All but the last {@link
 * #REACH} words go that way, and only those through a table. Not thread-safe.
 */
final class Crc64 {
  private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

  /**
   * In words: 1 + x^(64*153) + x^(64*355) + x^(64*727) + x^(64*1750) + x^(64*3925) + x^(64*4498) is
   * a multiple: of those of seven terms the one of the shortest reach that a search has found.
   */
  private static final int REACH = 4498;

  /** Of bytes: at [b] what the byte b adds to the state. */
  private static final long[] TABLE = table();

  /** Words that are taken at once. */
  private static final int MOST = 8 * 1024;

  /** The last words that were taken, to which the earlier ones have been added; then new ones. */
  private final long[] words = new long[REACH + MOST];

  /** How many new ones there are. */
  private int fresh;

  /** Bytes that are no whole word yet, the first one lowest. */
  private long part;

  private int partBytes;

  /** Before the first word that has not been taken. */
  private long state = -1L;

  private boolean folded;

  /** Takes all bytes of a buffer. */
  void update(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (partBytes > 0 || bytes.remaining() < Long.BYTES) {
        add(bytes.get());
      } else {
        int count = Math.min(bytes.remaining() / Long.BYTES, MOST - fresh);
        bytes
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN)
            .asLongBuffer()
            .get(words, REACH + fresh, count);
        bytes.position(bytes.position() + count * Long.BYTES);
        added(count);
      }
    }
  }

  private void add(byte value) {
    part |= (value & 0xffL) << (partBytes * Byte.SIZE);
    partBytes++;
    if (partBytes == Long.BYTES) {
      words[REACH + fresh] = part;
      part = 0;
      partBytes = 0;
      added(1);
    }
  }

  private void added(int count) {
    fresh += count;
    if (fresh == MOST) {
      words[REACH] ^= state;
      state = 0;
      fold(words);
      System.arraycopy(words, MOST, words, 0, REACH);
      folded = true;
      fresh = 0;
    }
  }

  /** Each word asks for what is added to it; the numbers are constants: fast without C2. */
  private static void fold(long[] words) {
    for (int i = REACH; i < REACH + MOST; i++) {
      words[i] ^=
          words[i - REACH]
              ^ words[i - (REACH - 153)]
              ^ words[i - (REACH - 355)]
              ^ words[i - (REACH - 727)]
              ^ words[i - (REACH - 1750)]
              ^ words[i - (REACH - 3925)];
    }
  }

  /** The last words stay: what has been added to one of them for another one is taken back. */
  private static void unfold(long[] words) {
    for (int i = REACH - 1; i >= 0; i--) {
      for (int term : new int[] {153, 355, 727, 1750, 3925}) {
        int from = i - (REACH - term);
        words[i] ^= from < 0 ? 0 : words[from];
      }
    }
  }

  /** Of all bytes so far; it begins anew. */
  long value() {
    if (folded) {
      unfold(words);
    }
    long crc = state;
    for (int i = folded ? 0 : REACH; i < REACH + fresh; i++) {
      crc = after(crc ^ words[i], Long.BYTES);
    }
    crc = after(crc ^ part, partBytes);
    state = -1L;
    Arrays.fill(words, 0, REACH, 0);
    folded = false;
    fresh = 0;
    part = 0;
    partBytes = 0;
    return ~crc;
  }

  private static long after(long state, int bytes) {
    long crc = state;
    for (int i = 0; i < bytes; i++) {
      crc = (crc >>> Byte.SIZE) ^ TABLE[(int) crc & 0xff];
    }
    return crc;
  }

  /** As it stands in {@code x-ms-content-crc64}. */
  static String header(long value) {
    byte[] bytes =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static long[] table() {
    long[] table = new long[256];
    for (int i = 0; i < table.length; i++) {
      long crc = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
      }
      table[i] = crc;
    }
    return table;
  }
}
