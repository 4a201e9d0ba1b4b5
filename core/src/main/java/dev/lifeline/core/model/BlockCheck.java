package dev.lifeline.core.model;

/** What the blob store checks each block of an upload by (Blob transfer: integrity). */
public enum BlockCheck {
  /** CRC-64; MD5 where the store does not know it. */
  CRC64,
  /** MD5, and the file's own MD5 is stored with the blob, where other tools look for it. */
  MD5,
  /** Nothing but what TLS does; Lifeline computes no checksum either. */
  NONE
}
