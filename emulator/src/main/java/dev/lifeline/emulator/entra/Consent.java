package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.world.ServicePrincipal;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which permissions somebody gives to an application.
 *
 * @param who who signs in
 * @param client the application
 * @param target what it asks for
 */
record Consent(SignedIn who, Client client, Target target) {

  /**
   * The permissions of the token.
   *
   * @throws RefusedException if what is asked for was not consented to
   */
  Set<String> permissions() throws RefusedException {
    ServicePrincipal principal = client.principal();
    return principal == null ? asked() : given(principal);
  }

  /** What was consented to beforehand, in the portal or through Graph. */
  private Set<String> given(ServicePrincipal principal) throws RefusedException {
    Set<String> given = who.directory().consented(principal, target.principal(), who.account());
    boolean enough =
        target.scopes().asksForDefault()
            ? !given.isEmpty()
            : given.containsAll(target.scopes().named());
    if (!enough) {
      throw refusal(Aadsts.CONSENT_REQUIRED);
    }
    return given;
  }

  /** What Microsoft's own client asks for is consented to in the browser, by who signs in there. */
  private Set<String> asked() throws RefusedException {
    Set<String> permissions = new LinkedHashSet<>(target.scopes().openId());
    for (String name : target.scopes().named()) {
      if (!who.agreed().contains(name)) {
        mustConsent(name);
      }
      permissions.add(name);
    }
    if (target.scopes().asksForDefault()) {
      permissions.add("User.Read");
    }
    return permissions;
  }

  private void mustConsent(String name) throws RefusedException {
    if (who.proof() == Proof.PASSWORD) {
      throw refusal(Aadsts.CONSENT_REQUIRED);
    }
    if (!target.api().usersMayConsentTo(name) && !who.account().administersApplications()) {
      throw refusal(Aadsts.ADMINISTRATOR_MUST_CONSENT);
    }
  }

  private RefusedException refusal(Aadsts reason) {
    return new RefusedException(reason, client.id().toString());
  }
}
