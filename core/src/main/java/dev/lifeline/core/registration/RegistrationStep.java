package dev.lifeline.core.registration;

import java.util.Locale;

/**
 * One step of a registration that is done.
 *
 * @param part what it was about
 * @param changed whether anything was changed; if not, it was so already
 * @param finding what is so now, for people; may hold foreign text
 */
public record RegistrationStep(Part part, boolean changed, String finding) {
  /** What a registration consists of, in the order in which it is made. */
  public enum Part {
    LIFECYCLE_SERVICES("Lifecycle Services in the tenant"),
    APPLICATION("application"),
    SERVICE_PRINCIPAL("service principal"),
    CONSENT("consent");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    /** The name for people. */
    public String title() {
      return title;
    }

    /** The name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
