package dev.lifeline.emulator.blob;

/**
 * Bytes in a file, never changed once written.
 *
 * @param number names the file
 * @param size in bytes
 */
record Piece(long number, long size) {}
