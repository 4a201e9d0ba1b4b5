package dev.lifeline.core.registration;

import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where an administrator consents in a browser, without Graph (Entra sign-in: admin consent). */
final class AdminConsent {
  private AdminConsent() {}

  static URI url(AuthenticationEndpoint authority, @Nullable String tenantId, ClientId clientId) {
    String tenant = tenantId == null ? authority.tenant() : tenantId;
    return authority
        .uri()
        .resolve(
            "/"
                + tenant
                + "/v2.0/adminconsent?client_id="
                + clientId
                + "&scope="
                + Apis.LCS
                + "/.default&redirect_uri=http%3A%2F%2Flocalhost");
  }
}
