package dev.lifeline.core.registration;

import dev.lifeline.core.problem.SetupStep;
import java.util.Locale;

/**
 * What has to be true of a registration, and of the account that signs in through it (Entra
 * sign-in: check an existing registration).
 */
public enum Requirement {
  /** The tenant knows the application, and it is switched on. */
  REGISTRATION("registration", SetupStep.REGISTRATION),
  /** It has a redirect URI for public clients. */
  REDIRECT_URI("redirect URI", SetupStep.REGISTRATION),
  /** It asks for the permission to act in LCS. */
  PERMISSION("permission", SetupStep.PERMISSION),
  /** Somebody consented to that. */
  CONSENT("consent", SetupStep.CONSENT),
  /** It may sign accounts in without a browser. */
  PUBLIC_CLIENT_FLOWS("public client flows", SetupStep.PUBLIC_CLIENT_FLOWS),
  /** The account is assigned to it, where that is required. */
  ASSIGNMENT("assignment", SetupStep.CONSENT),
  /** The account is enabled and a member of the tenant. */
  ACCOUNT("account", SetupStep.ACCOUNT),
  /** Who checks the account's password. */
  DOMAIN("domain", SetupStep.ACCOUNT),
  /** Nothing asks the account for a second factor. */
  SECOND_FACTOR("second factor", SetupStep.ACCOUNT);

  private final String title;
  private final SetupStep step;

  Requirement(String title, SetupStep step) {
    this.title = title;
    this.step = step;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The step of the setup guide that it belongs to. */
  public SetupStep step() {
    return step;
  }

  CheckedRequirement passed(String finding) {
    return new CheckedRequirement(this, CheckedRequirement.Status.PASSED, finding, null);
  }

  CheckedRequirement failed(String finding, String place) {
    return new CheckedRequirement(this, CheckedRequirement.Status.FAILED, finding, place);
  }

  CheckedRequirement unknown(String reason) {
    return new CheckedRequirement(this, CheckedRequirement.Status.SKIPPED, reason, null);
  }
}
