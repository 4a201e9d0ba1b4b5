package dev.lifeline.core.entra;

import dev.lifeline.core.model.Cloud;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an authority says of a tenant (Entra sign-in: national clouds).
 *
 * @param tenant the tenant that was asked about: an id, a domain, or {@code organizations}
 * @param tokenHost the host that signs its accounts in
 * @param region where the tenant is kept, such as {@code NA}, or null
 * @param subRegion which part of the cloud keeps it, such as {@code GCC}, or null; the values are
 *     not documented for certain
 */
public record AuthorityFacts(
    String tenant, String tokenHost, @Nullable String region, @Nullable String subRegion) {
  /** The cloud that signs its accounts in; empty when the host is not Microsoft's. */
  public Optional<Cloud> cloud() {
    return Cloud.ofAuthorityHost(tokenHost);
  }
}
