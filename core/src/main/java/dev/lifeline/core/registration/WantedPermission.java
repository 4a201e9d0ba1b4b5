package dev.lifeline.core.registration;

import dev.lifeline.core.graph.ServicePrincipal;
import dev.lifeline.core.model.ClientId;

/**
 * A delegated permission that a registration is to have.
 *
 * @param api the API's application id
 * @param principal what stands for the API in the tenant
 * @param name the permission's short name
 * @param scopeId its GUID, as the API offers it
 */
record WantedPermission(ClientId api, ServicePrincipal principal, String name, String scopeId) {
  static WantedPermission of(ClientId api, ServicePrincipal principal, String name) {
    String scopeId =
        principal
            .scopeId(name)
            .orElseThrow(() -> RegistrationFaults.notOffered(principal, name).raise());
    return new WantedPermission(api, principal, name, scopeId);
  }
}
