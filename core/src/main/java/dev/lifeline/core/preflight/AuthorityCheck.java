package dev.lifeline.core.preflight;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.entra.AuthorityFacts;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the authority of a connection signs in the accounts of the tenant. */
final class AuthorityCheck {
  /** Entra sign-in: national clouds; GCC High and DoD. Not documented for certain. */
  private static final Set<String> GOVERNMENT = Set.of("DODCON", "DOD");

  private final ServiceConnection connection;

  AuthorityCheck(ServiceConnection connection) {
    this.connection = connection;
  }

  /**
   * Judges what the authority says.
   *
   * @throws LifelineException TENANT_UNKNOWN when another cloud keeps the tenant
   */
  Finding of(AuthorityFacts facts) {
    Optional<Cloud> own = connection.authenticationEndpoint().cloud();
    Optional<Cloud> other = facts.cloud().filter(cloud -> !own.equals(Optional.of(cloud)));
    if (other.isPresent()) {
      throw inAnotherCloud(facts, other.get()).raise();
    }
    String region = facts.region() == null ? "" : ", region " + facts.region();
    String part = facts.subRegion() == null ? "" : " (" + facts.subRegion() + ")";
    return new Finding("knows the tenant '" + facts.tenant() + "'" + region + part, hint(facts));
  }

  private Problem inAnotherCloud(AuthorityFacts facts, Cloud cloud) {
    return Problem.of(
            ProblemCode.TENANT_UNKNOWN,
            "the tenant '" + facts.tenant() + "' is kept in the cloud '" + cloud.id() + "'")
        .why(
            "'%s' sends its accounts to '%s', and no cloud signs in another one's accounts."
                .formatted(connection.authenticationEndpoint().uri().getHost(), facts.tokenHost()))
        .fix("use the authentication endpoint " + cloud.authenticationEndpoint())
        .fix("use an application registration of that cloud; each cloud has its own")
        .step(SetupStep.CONNECTION)
        .detail("cloud", cloud.id());
  }

  private @Nullable String hint(AuthorityFacts facts) {
    String part = facts.subRegion();
    boolean government = part != null && GOVERNMENT.contains(part.toUpperCase(Locale.ROOT));
    boolean asked =
        connection.authenticationEndpoint().cloud().equals(Optional.of(Cloud.US_GOVERNMENT));
    return government && !asked
        ? "the tenant seems to be kept in the US Government cloud ("
            + part
            + "); its authentication endpoint is "
            + Cloud.US_GOVERNMENT.authenticationEndpoint()
        : null;
  }
}
