package dev.lifeline.core.blob;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * The CRC-64 of the blob service (Blob transfer: integrity). Whole chunks go through two lanes,
 * each with its half, since one lane waits for its own result most of the time. Not thread-safe.
 */
final class Crc64 {
  private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
  private static final int BYTES = Long.BYTES;

  /** Small enough to stay in the processor's first cache. */
  private static final int CHUNK_BYTES = 16 * 1024;

  private static final int HALF = CHUNK_BYTES / 2;

  /** At [n][b]: what the byte b adds to the state when n more bytes follow it. */
  private static final long[][] FOLLOWED = followed();

  /** At [n][b]: what the byte n of a state becomes while half a chunk of zeros goes by. */
  private static final long[][] HALF_LATER = halfLater();

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] chunk = new byte[CHUNK_BYTES];
  private long state = -1L;

  /** Takes all bytes of a buffer. */
  void update(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      int count = Math.min(bytes.remaining(), chunk.length);
      bytes.get(chunk, 0, count);
      state = count == CHUNK_BYTES ? afterChunk(state) : after(state, count);
    }
  }

  /** The tables are locals, since the small compiler loads fields anew for each byte. */
  private long afterChunk(long before) {
    long[] t0 = FOLLOWED[0];
    long[] t1 = FOLLOWED[1];
    long[] t2 = FOLLOWED[2];
    long[] t3 = FOLLOWED[3];
    long[] t4 = FOLLOWED[4];
    long[] t5 = FOLLOWED[5];
    long[] t6 = FOLLOWED[6];
    long[] t7 = FOLLOWED[7];
    byte[] bytes = chunk;
    long first = before;
    long second = 0;
    for (int at = 0; at < HALF; at += BYTES) {
      long word = first ^ (long) WORDS.get(bytes, at);
      int low = (int) word;
      int high = (int) (word >>> 32);
      first =
          (t7[low & 0xff] ^ t6[(low >>> 8) & 0xff] ^ t5[(low >>> 16) & 0xff] ^ t4[low >>> 24])
              ^ (t3[high & 0xff] ^ t2[(high >>> 8) & 0xff] ^ t1[(high >>> 16) & 0xff])
              ^ t0[high >>> 24];
      word = second ^ (long) WORDS.get(bytes, at + HALF);
      low = (int) word;
      high = (int) (word >>> 32);
      second =
          (t7[low & 0xff] ^ t6[(low >>> 8) & 0xff] ^ t5[(low >>> 16) & 0xff] ^ t4[low >>> 24])
              ^ (t3[high & 0xff] ^ t2[(high >>> 8) & 0xff] ^ t1[(high >>> 16) & 0xff])
              ^ t0[high >>> 24];
    }
    return through(HALF_LATER, first) ^ second;
  }

  private long after(long before, int length) {
    long crc = before;
    int at = 0;
    for (; length - at >= BYTES; at += BYTES) {
      crc = Long.reverseBytes(crc ^ (long) WORDS.get(chunk, at));
      crc = through(FOLLOWED, crc);
    }
    for (; at < length; at++) {
      crc = (crc >>> 8) ^ FOLLOWED[0][(int) (crc ^ chunk[at]) & 0xff];
    }
    return crc;
  }

  private static long through(long[][] tables, long state) {
    long result = 0;
    for (int i = 0; i < BYTES; i++) {
      result ^= tables[i][(int) (state >>> (i * 8)) & 0xff];
    }
    return result;
  }

  /** Of all bytes so far. */
  long value() {
    return ~state;
  }

  /** As it stands in {@code x-ms-content-crc64}. */
  static String header(long value) {
    byte[] bytes =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static long[][] followed() {
    long[][] tables = new long[BYTES][256];
    for (int i = 0; i < 256; i++) {
      long crc = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
      }
      tables[0][i] = crc;
    }
    for (int n = 1; n < BYTES; n++) {
      for (int i = 0; i < 256; i++) {
        long before = tables[n - 1][i];
        tables[n][i] = (before >>> 8) ^ tables[0][(int) before & 0xff];
      }
    }
    return tables;
  }

  /** From one byte of zeros going by, doubled until it is half a chunk of them. */
  private static long[][] halfLater() {
    long[][] tables = new long[BYTES][256];
    for (int n = 0; n < BYTES; n++) {
      for (int i = 0; i < 256; i++) {
        long state = (long) i << (n * 8);
        tables[n][i] = (state >>> 8) ^ FOLLOWED[0][(int) state & 0xff];
      }
    }
    for (int zeros = 1; zeros < HALF; zeros *= 2) {
      long[][] twice = new long[BYTES][256];
      for (int n = 0; n < BYTES; n++) {
        for (int i = 0; i < 256; i++) {
          twice[n][i] = through(tables, tables[n][i]);
        }
      }
      tables = twice;
    }
    return tables;
  }
}
