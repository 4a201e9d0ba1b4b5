package dev.lifeline.core.blob;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** The CRC-64 of the blob service (Blob transfer: integrity). Not thread-safe. */
final class Crc64 {
  private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
  private static final int LANES = 8;
  private static final long[][] TABLES = tables();

  private long state = -1L;

  void update(byte[] bytes, int offset, int length) {
    long crc = state;
    int at = offset;
    int end = offset + length;
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (; end - at >= LANES; at += LANES) {
      long word = crc ^ words.getLong(at);
      crc =
          TABLES[7][(int) word & 0xff]
              ^ TABLES[6][(int) (word >>> 8) & 0xff]
              ^ TABLES[5][(int) (word >>> 16) & 0xff]
              ^ TABLES[4][(int) (word >>> 24) & 0xff]
              ^ TABLES[3][(int) (word >>> 32) & 0xff]
              ^ TABLES[2][(int) (word >>> 40) & 0xff]
              ^ TABLES[1][(int) (word >>> 48) & 0xff]
              ^ TABLES[0][(int) (word >>> 56) & 0xff];
    }
    for (; at < end; at++) {
      crc = (crc >>> 8) ^ TABLES[0][(int) (crc ^ bytes[at]) & 0xff];
    }
    state = crc;
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
