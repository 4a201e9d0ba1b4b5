package dev.lifeline.core.registration;

import dev.lifeline.core.graph.Application;
import dev.lifeline.core.graph.ServicePrincipal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the registration itself has to have. */
final class ApplicationCheck {
  private final RegistrationCheck.Looked looked;

  ApplicationCheck(RegistrationCheck.Looked looked) {
    this.looked = looked;
  }

  CheckedRequirement redirectUri() {
    return ofApplication(Requirement.REDIRECT_URI, this::redirectUri);
  }

  CheckedRequirement permission() {
    return ofApplication(Requirement.PERMISSION, this::permission);
  }

  CheckedRequirement publicClientFlows() {
    return ofApplication(Requirement.PUBLIC_CLIENT_FLOWS, this::publicClientFlows);
  }

  CheckedRequirement registration() {
    ServicePrincipal principal = looked.principal().value();
    if (looked.principal().isAbsent()) {
      return Requirement.REGISTRATION.failed(
          "nothing stands for it among the tenant's enterprise applications",
          looked.portal().registration(looked.name(), "Overview > Create service principal"));
    }
    if (principal != null && !principal.accountEnabled()) {
      return Requirement.REGISTRATION.failed(
          "it is switched off for sign-in",
          enterprise("Properties > Enabled for users to sign in: Yes"));
    }
    Application application = looked.application().value();
    return Requirement.REGISTRATION.passed(
        "'"
            + looked.name()
            + "'"
            + (application == null ? "" : ", for " + audience(application.signInAudience())));
  }

  private static String audience(String signInAudience) {
    return signInAudience.equals("AzureADMyOrg")
        ? "accounts of its own tenant"
        : "accounts of " + signInAudience;
  }

  private CheckedRequirement redirectUri(Application application) {
    return application.redirectUris().isEmpty()
        ? Requirement.REDIRECT_URI.failed(
            "none of the kind 'Public client/native', so nobody can consent in a browser",
            page("Authentication > Add a platform > Mobile and desktop: http://localhost"))
        : Requirement.REDIRECT_URI.passed(String.join(", ", application.redirectUris()));
  }

  private CheckedRequirement permission(Application application) {
    ServicePrincipal lcs = looked.lcs().value();
    if (looked.lcs().isAbsent()) {
      return Requirement.PERMISSION.failed(
          "the tenant does not know Dynamics Lifecycle services",
          "an administrator runs: lifeline app register --name NAME");
    }
    if (lcs == null) {
      return Requirement.PERMISSION.unknown(Look.NOT_ALLOWED);
    }
    if (!lcs.accountEnabled()) {
      return Requirement.PERMISSION.failed(
          "Dynamics Lifecycle services is switched off in the tenant",
          looked
              .portal()
              .enterpriseApplication(
                  lcs.displayName(), "Properties > Enabled for users to sign in: Yes"));
    }
    @Nullable String scopeId = lcs.scopeId(Apis.LCS_PERMISSION).orElse(null);
    return scopeId != null && application.asksFor(Apis.LCS, scopeId)
        ? Requirement.PERMISSION.passed(Apis.LCS_PERMISSION + " of " + lcs.displayName())
        : Requirement.PERMISSION.failed(
            "it does not ask for " + Apis.LCS_PERMISSION + " of Dynamics Lifecycle services",
            page(
                "API permissions > Add a permission > APIs my organization uses > "
                    + Apis.LCS
                    + " > Delegated: "
                    + Apis.LCS_PERMISSION));
  }

  private CheckedRequirement publicClientFlows(Application application) {
    return application.publicClientFlows()
        ? Requirement.PUBLIC_CLIENT_FLOWS.passed("allowed")
        : Requirement.PUBLIC_CLIENT_FLOWS.failed(
            "not allowed, so a user name and a password are refused",
            page("Authentication > Advanced settings > Allow public client flows: Yes"));
  }

  private CheckedRequirement ofApplication(
      Requirement requirement, Function<Application, CheckedRequirement> check) {
    Application application = looked.application().value();
    if (application != null) {
      return check.apply(application);
    }
    return requirement.unknown(
        looked.application().allowed()
            ? "not known: the application is registered in another tenant"
            : Look.NOT_ALLOWED);
  }

  private String page(String path) {
    return looked.portal().registration(looked.name(), path);
  }

  private String enterprise(String path) {
    return looked.portal().enterpriseApplication(looked.name(), path);
  }
}
