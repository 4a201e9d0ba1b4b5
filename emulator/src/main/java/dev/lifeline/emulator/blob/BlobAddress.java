package dev.lifeline.emulator.blob;

/** One blob of the account, by its names as they are, not percent-encoded. */
record BlobAddress(String container, String blob) {}
