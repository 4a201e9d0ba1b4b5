package dev.lifeline.core.blob;

/**
 * A stretch of a file that travels as one block.
 *
 * @param index its place among the blocks, from 0
 * @param offset where it begins in the file
 * @param length how many bytes it has
 * @param crc64 of its bytes when they were first read; 0 when nothing is checked
 */
record UploadBlock(int index, long offset, int length, long crc64) {}
