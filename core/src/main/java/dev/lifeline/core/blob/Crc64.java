package dev.lifeline.core.blob;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** The CRC-64 of the blob service (Blob transfer: integrity). Not thread-safe. */
final class Crc64 {
  private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
  private static final int LANES = 8;
  private static final long[][] TABLES = tables();

  /** Small enough to stay in the processor's first cache. */
  private static final int COPY_BYTES = 16 * 1024;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] copy = new byte[COPY_BYTES];
  private long state = -1L;

  /** Takes all bytes of a buffer. */
  void update(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      int count = Math.min(bytes.remaining(), copy.length);
      bytes.get(copy, 0, count);
      state = after(state, copy, count);
    }
  }

  /** The tables are locals, since the small compiler loads fields anew for each byte. */
  private static long after(long before, byte[] bytes, int length) {
    long[] t0 = TABLES[0];
    long[] t1 = TABLES[1];
    long[] t2 = TABLES[2];
    long[] t3 = TABLES[3];
    long[] t4 = TABLES[4];
    long[] t5 = TABLES[5];
    long[] t6 = TABLES[6];
    long[] t7 = TABLES[7];
    long crc = before;
    int at = 0;
    for (; length - at >= LANES; at += LANES) {
      long word = crc ^ (long) WORDS.get(bytes, at);
      crc =
          t7[(int) word & 0xff]
              ^ t6[(int) (word >>> 8) & 0xff]
              ^ t5[(int) (word >>> 16) & 0xff]
              ^ t4[(int) (word >>> 24) & 0xff]
              ^ t3[(int) (word >>> 32) & 0xff]
              ^ t2[(int) (word >>> 40) & 0xff]
              ^ t1[(int) (word >>> 48) & 0xff]
              ^ t0[(int) (word >>> 56)];
    }
    for (; at < length; at++) {
      crc = (crc >>> 8) ^ t0[(int) (crc ^ bytes[at]) & 0xff];
    }
    return crc;
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

  private static long[][] tables() {
    long[][] tables = new long[LANES][256];
    for (int i = 0; i < 256; i++) {
      long crc = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
      }
      tables[0][i] = crc;
    }
    for (int lane = 1; lane < LANES; lane++) {
      for (int i = 0; i < 256; i++) {
        long before = tables[lane - 1][i];
        tables[lane][i] = (before >>> 8) ^ tables[0][(int) before & 0xff];
      }
    }
    return tables;
  }
}
