package dev.lifeline.emulator.blob;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * The CRC-64 of {@code x-ms-content-crc64}, known as CRC-64/NVME: reflected polynomial
 * 0x9A6C9329AC4BC9B5, initial value and final xor all ones.
 */
final class Crc64 {
  private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
  private static final int SLICES = 8;
  private static final long[][] TABLES = tables();

  private long state = -1L;

  void update(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (; end - at >= SLICES; at += SLICES) {
      state = afterWord(state ^ words.getLong(at));
    }
    for (; at < end; at++) {
      state = (state >>> 8) ^ TABLES[0][(int) (state ^ bytes[at]) & 0xFF];
    }
  }

  long value() {
    return ~state;
  }

  /** The spelling of the header: the eight bytes little-endian, in base64. */
  String base64() {
    byte[] bytes =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value()).array();
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static long afterWord(long word) {
    long crc = 0;
    for (int slice = 0; slice < SLICES; slice++) {
      crc ^= TABLES[SLICES - 1 - slice][(int) (word >>> (8 * slice)) & 0xFF];
    }
    return crc;
  }

  private static long[][] tables() {
    long[][] tables = new long[SLICES][256];
    for (int value = 0; value < 256; value++) {
      long crc = value;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
      }
      tables[0][value] = crc;
    }
    for (int slice = 1; slice < SLICES; slice++) {
      for (int value = 0; value < 256; value++) {
        long crc = tables[slice - 1][value];
        tables[slice][value] = (crc >>> 8) ^ tables[0][(int) crc & 0xFF];
      }
    }
    return tables;
  }
}
