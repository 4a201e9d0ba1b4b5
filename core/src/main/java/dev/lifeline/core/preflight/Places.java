package dev.lifeline.core.preflight;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.Geography;
import dev.lifeline.core.problem.LifelineException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The LCS API endpoints at which a project is looked for.
 *
 * @param named those that somebody named; empty for those of the public cloud
 */
public record Places(List<ApiEndpoint> named) {
  /** Every geography of the public cloud; national clouds have to be named. */
  public static final Places PUBLIC = new Places(List.of());

  public Places {
    named = List.copyOf(named);
  }

  /**
   * Reads geography ids and LCS API endpoints, with commas between them.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static Places of(String text) {
    return new Places(Arrays.stream(text.split(",", -1)).map(Places::endpoint).distinct().toList());
  }

  /**
   * The endpoints to ask for a connection: never its own, and none of another cloud than its
   * authority's. Loopback is a cloud of its own, so that neither side hears of the other.
   *
   * @throws LifelineException CLOUD_MISMATCH when one was named that the authority cannot sign in
   *     to
   */
  List<ApiEndpoint> around(ServiceConnection connection) {
    return (named.isEmpty() ? publicOnes(connection) : named)
        .stream()
            .filter(endpoint -> !endpoint.equals(connection.apiEndpoint()))
            .map(endpoint -> connection.at(endpoint).apiEndpoint())
            .toList();
  }

  private static List<ApiEndpoint> publicOnes(ServiceConnection connection) {
    Optional<Cloud> cloud = connection.authenticationEndpoint().cloud();
    return cloud.filter(one -> one == Cloud.GLOBAL).isEmpty()
        ? List.of()
        : Arrays.stream(Geography.values())
            .filter(geography -> geography.possibleClouds().equals(Set.of(Cloud.GLOBAL)))
            .map(Geography::apiEndpoint)
            .toList();
  }

  private static ApiEndpoint endpoint(String text) {
    String place = text.strip();
    if (place.contains("://")) {
      return ApiEndpoint.of(place);
    }
    return Geography.withId(place)
        .map(Geography::apiEndpoint)
        .orElseThrow(() -> new IllegalArgumentException(unknown(place)));
  }

  private static String unknown(String place) {
    String ids =
        Arrays.stream(Geography.values()).map(Geography::id).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "no geography is called '%s'; they are %s, or an https address", place, ids);
  }
}
