package dev.lifeline.core.problem;

import java.util.Locale;

/** The steps of the setup guide, by the names that errors and the preflight check refer to. */
public enum SetupStep {
  ACCOUNT("Account"),
  FIRST_SIGN_IN("First sign-in"),
  REGISTRATION("Registration"),
  PERMISSION("Permission"),
  CONSENT("Consent"),
  PUBLIC_CLIENT_FLOWS("Public client flows"),
  CONNECTION("Connection");

  private final String title;

  SetupStep(String title) {
    this.title = title;
  }

  /** The step's name for people. */
  public String title() {
    return title;
  }

  /** The step's name in JSON: lower case, words joined by hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
