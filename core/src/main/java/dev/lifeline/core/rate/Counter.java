package dev.lifeline.core.rate;

/**
 * What calls are counted on.
 *
 * @param limit the limit that they count against
 * @param subject whose calls they are: a project's, an environment's or a user's
 */
public record Counter(RateLimit limit, String subject) {
  /** The name under which its calls are kept: the limit's id, a blank, the subject. */
  public String name() {
    return limit.id() + " " + subject;
  }
}
