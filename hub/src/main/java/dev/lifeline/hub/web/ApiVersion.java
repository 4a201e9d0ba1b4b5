package dev.lifeline.hub.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version that a client asks for, in {@code Accept} or in the query (Service Endpoints REST:
 * version negotiation).
 */
public final class ApiVersion {
  private static final Pattern VERSION =
      Pattern.compile("\\d{1,2}\\.\\d{1,2}(-preview(\\.\\d{1,2})?)?");
  private static final Pattern IN_ACCEPT = Pattern.compile("api-version=([^;,\\s]+)");

  private ApiVersion() {}

  /** The version that a call asks for; empty when it names none, or nothing that is one. */
  public static Optional<String> of(HttpCall call) {
    String asked =
        asked(call.header("accept").orElse(null), call.query("api-version").orElse(null));
    return asked.isEmpty() ? Optional.empty() : Optional.of(asked);
  }

  /** Whether it is a version under preview. */
  public static boolean isPreview(String version) {
    return version.contains("-preview");
  }

  static String asked(@Nullable String accept, @Nullable String query) {
    String found = query == null ? "" : query;
    if (found.isEmpty() && accept != null) {
      Matcher matcher = IN_ACCEPT.matcher(accept);
      found = matcher.find() ? matcher.group(1) : "";
    }
    return VERSION.matcher(found).matches() ? found : "";
  }
}
