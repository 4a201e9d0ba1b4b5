package dev.lifeline.hub.console;

import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.time.Instant;

/**
 * What is known of the keys; nothing of what they consist of.
 *
 * @param since since when the present key is there
 * @param days how old that makes it
 * @param version how many keys there have been
 * @param secrets how many secrets are encrypted with it
 */
public record KeysView(Instant since, long days, int version, int secrets) implements View {
  private static final int OLD = 365;

  @Override
  public String template() {
    return "key/keys.jte";
  }

  @Override
  public Section section() {
    return Section.KEYS;
  }

  /** Whether it is time for another one. */
  public boolean isOld() {
    return days > OLD;
  }
}
