package dev.lifeline.core.model;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The geographies of Lifecycle Services, each with its portal and API endpoint (LCS API: endpoints
 * by geography). A project lives in exactly one.
 */
public enum Geography {
  UNITED_STATES("us", "United States", "lcs.dynamics.com", Cloud.GLOBAL),
  EUROPE("eu", "Europe", "eu.lcs.dynamics.com", Cloud.GLOBAL),
  FRANCE("fr", "France", "fr.lcs.dynamics.com", Cloud.GLOBAL),
  NORWAY("no", "Norway", "no.lcs.dynamics.com", Cloud.GLOBAL),
  SOUTH_AFRICA("sa", "South Africa", "sa.lcs.dynamics.com", Cloud.GLOBAL),
  SWITZERLAND("ch", "Switzerland", "ch.lcs.dynamics.com", Cloud.GLOBAL),
  UNITED_ARAB_EMIRATES("uae", "United Arab Emirates", "uae.lcs.dynamics.com", Cloud.GLOBAL),
  US_GOVERNMENT(
      "gcc", "US Government Community Cloud", "gov.lcs.microsoftdynamics.us", Cloud.GLOBAL),
  US_GOVERNMENT_HIGH(
      "gcc-high",
      "US Government Community Cloud High",
      "high.lcs.microsoftdynamics.us",
      Cloud.US_GOVERNMENT),
  CHINA("cn", "China (21Vianet)", "lcs.dynamics.cn", Cloud.CHINA);

  private final String id;
  private final String title;
  private final String portalHost;
  private final Cloud cloud;

  Geography(String id, String title, String portalHost, Cloud cloud) {
    this.id = id;
    this.title = title;
    this.portalHost = portalHost;
    this.cloud = cloud;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** The LCS portal that people open in a browser. */
  public URI portal() {
    return URI.create("https://" + portalHost);
  }

  /** The LCS API endpoint, which is the audience of the token too. */
  public ApiEndpoint apiEndpoint() {
    return new ApiEndpoint(URI.create("https://lcsapi." + portalHost));
  }

  /** The cloud whose sign-in is the default here. */
  public Cloud cloud() {
    return cloud;
  }

  /**
   * The clouds whose sign-in can belong to this geography. Tenants of the US Government Community
   * Cloud are documented in both, so both are let through.
   */
  public Set<Cloud> possibleClouds() {
    return this == US_GOVERNMENT
        ? EnumSet.of(Cloud.GLOBAL, Cloud.US_GOVERNMENT)
        : EnumSet.of(cloud);
  }

  /** The geography of that id, without regard to case. */
  public static Optional<Geography> withId(String id) {
    return Arrays.stream(values())
        .filter(geography -> geography.id.equalsIgnoreCase(id))
        .findFirst();
  }

  /** The geography with that API endpoint; empty for addresses that are not in the table. */
  public static Optional<Geography> withApiEndpoint(ApiEndpoint endpoint) {
    return Arrays.stream(values())
        .filter(geography -> geography.apiEndpoint().equals(endpoint))
        .findFirst();
  }
}
