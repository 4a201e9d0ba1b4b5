package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.AuthorityOptions;
import dev.lifeline.cli.shell.Console;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.Geography;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the account signs in and where LCS is: by name, or by address. */
final class EndpointOptions {
  @Mixin private AuthorityOptions authority;

  @Option(
      names = "--geography",
      paramLabel = "ID",
      description = "Where the project lives: us, eu, fr, no, sa, ch, uae, gcc, gcc-high or cn.")
  private @Nullable String geography;

  @Option(
      names = "--api-endpoint",
      paramLabel = "URL",
      description = "The LCS API Endpoint, in place of --geography.")
  private @Nullable String apiEndpoint;

  /**
   * The two addresses, as texts that the connection checks; null where nobody said.
   *
   * @param authenticationEndpoint where the account signs in
   * @param apiEndpoint where LCS is
   */
  record Endpoints(@Nullable String authenticationEndpoint, @Nullable String apiEndpoint) {}

  /** What was named, and nothing else. */
  Endpoints named() {
    AuthorityOptions.refuseBoth("--geography", geography, "--api-endpoint", apiEndpoint);
    String id = geography;
    return new Endpoints(
        authority.named(), id == null ? apiEndpoint : place(id).apiEndpoint().toString());
  }

  /** What was named; the geography is asked for, and the cloud follows from it. */
  Endpoints choose(Console console) {
    Endpoints named = named();
    String api = named.apiEndpoint();
    if (api == null && console.canAsk()) {
      String asked =
          console.ask("Geography of the project: " + geographies(), Geography.UNITED_STATES.id());
      api = place(asked).apiEndpoint().toString();
    }
    Cloud usual = geographyAt(api).map(Geography::cloud).orElse(Cloud.GLOBAL);
    return new Endpoints(
        named.authenticationEndpoint() == null
            ? usual.authenticationEndpoint().toString()
            : named.authenticationEndpoint(),
        api);
  }

  private static Geography place(String id) {
    return Geography.withId(id)
        .orElseThrow(() -> AuthorityOptions.unknown("geography", id, geographies()));
  }

  private static Optional<Geography> geographyAt(@Nullable String apiEndpoint) {
    try {
      return apiEndpoint == null
          ? Optional.empty()
          : Geography.withApiEndpoint(ApiEndpoint.of(apiEndpoint));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the connection says what is wrong with it
    }
  }

  private static String geographies() {
    return Arrays.stream(Geography.values()).map(Geography::id).collect(Collectors.joining(", "));
  }
}
