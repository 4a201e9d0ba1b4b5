package dev.lifeline.emulator.blob;

import org.jspecify.annotations.Nullable;

/** What has to hold before a blob is read or replaced; asked while nobody else can change it. */
@FunctionalInterface
interface Precondition {
  Precondition NONE = current -> {};

  /**
   * Refuses unless it holds.
   *
   * @param current the committed blob, or null when there is none
   */
  void check(@Nullable StoredBlob current) throws BlobRefusedException;

  default Precondition and(Precondition other) {
    return current -> {
      check(current);
      other.check(current);
    };
  }
}
