package dev.lifeline.core.asset;

/** How an asset with the content of the file came to be in the library. */
public enum UploadOutcome {
  /** It was sent, by one run. */
  SENT,
  /** An earlier run had begun it, and this one went on. */
  RESUMED,
  /** It was there: this machine remembers that the asset was uploaded with the same SHA-256. */
  SAME_AS_REMEMBERED,
  /** It was there: its description holds the same SHA-256. */
  SAME_AS_MARKED;

  /** Whether nothing was sent, since the library has the content already. */
  public boolean isSkipped() {
    return this == SAME_AS_REMEMBERED || this == SAME_AS_MARKED;
  }
}
