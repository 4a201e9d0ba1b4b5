package dev.lifeline.hub.chart;

import java.util.Locale;

/** What a bar means; the same is always said in words, too. */
public enum Tone {
  /** It is about to begin, or waits. */
  WAITING,
  /** It goes on. */
  GOING,
  /** Something is not as it should be. */
  TROUBLE,
  /** It ended well. */
  GOOD,
  /** It ended badly. */
  BAD,
  /** It is expected. */
  EXPECTED;

  /** The class in the stylesheet. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
