package dev.lifeline.cli.app;

import dev.lifeline.cli.shell.AuthorityOptions;
import dev.lifeline.cli.shell.GraphOption;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.AdministrationSettings;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Cloud;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where and through which client an administrator signs in. */
final class AdministratorOptions {
  @Mixin private AuthorityOptions authority;

  @Mixin private GraphOption graph;

  @Option(
      names = "--bootstrap-client-id",
      paramLabel = "GUID",
      description =
          "The application through which the administrator signs in; default: Microsoft Graph"
              + " Command Line Tools. A tenant may block that one: name a public client of your own.")
  private @Nullable String bootstrap;

  /**
   * Where the administrator signs in.
   *
   * @throws dev.lifeline.core.problem.LifelineException VALUE_MALFORMED, USAGE_WRONG or
   *     CLOUD_MISMATCH
   */
  AdministrationSettings settings() {
    String named = authority.named();
    AuthenticationEndpoint endpoint =
        named == null
            ? Cloud.GLOBAL.authenticationEndpoint()
            : Values.read("authentication endpoint", named, AuthenticationEndpoint::of);
    ClientId client =
        bootstrap == null ? null : Values.read("bootstrap client id", bootstrap, ClientId::new);
    return AdministrationSettings.of(endpoint, graph.beside(endpoint), client);
  }
}
