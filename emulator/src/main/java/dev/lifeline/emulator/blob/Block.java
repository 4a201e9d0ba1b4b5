package dev.lifeline.emulator.blob;

/**
 * A block of a blob.
 *
 * @param id base64, as the client chose it
 */
record Block(String id, Piece piece) {}
