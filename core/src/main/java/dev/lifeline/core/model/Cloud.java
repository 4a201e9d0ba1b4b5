package dev.lifeline.core.model;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The clouds of Microsoft Entra ID (Entra sign-in: national clouds). */
public enum Cloud {
  GLOBAL("global", "login.microsoftonline.com", "graph.microsoft.com"),
  US_GOVERNMENT("us-government", "login.microsoftonline.us", "graph.microsoft.us"),
  CHINA("china", "login.partner.microsoftonline.cn", "microsoftgraph.chinacloudapi.cn");

  private static final Map<String, Cloud> ALIASES =
      Map.of(
          "login.windows.net", GLOBAL,
          "login.microsoft.com", GLOBAL,
          "sts.windows.net", GLOBAL,
          "login.usgovcloudapi.net", US_GOVERNMENT,
          "login.chinacloudapi.cn", CHINA);

  private final String id;
  private final String authorityHost;
  private final String graphHost;

  Cloud(String id, String authorityHost, String graphHost) {
    this.id = id;
    this.authorityHost = authorityHost;
    this.graphHost = graphHost;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** The authentication endpoint that works for every tenant of this cloud. */
  public AuthenticationEndpoint authenticationEndpoint() {
    return new AuthenticationEndpoint(URI.create("https://" + authorityHost + "/organizations"));
  }

  /** Microsoft Graph of this cloud. */
  public GraphEndpoint graphEndpoint() {
    return new GraphEndpoint(URI.create("https://" + graphHost));
  }

  /** The cloud of that name, without regard to case. */
  public static Optional<Cloud> withId(String id) {
    return Arrays.stream(values()).filter(cloud -> cloud.id.equalsIgnoreCase(id)).findFirst();
  }

  /** The cloud whose sign-in lives at that host; empty for hosts that are not Microsoft's. */
  public static Optional<Cloud> ofAuthorityHost(String host) {
    String lowerCase = host.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(cloud -> cloud.authorityHost.equals(lowerCase))
        .findFirst()
        .or(() -> Optional.ofNullable(ALIASES.get(lowerCase)));
  }
}
