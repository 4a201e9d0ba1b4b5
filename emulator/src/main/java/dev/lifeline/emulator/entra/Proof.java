package dev.lifeline.emulator.entra;

import java.util.List;

/** How somebody has proved who they are; policies look at it. */
enum Proof {
  /** User name and password alone. */
  PASSWORD("pwd"),
  /** A sign-in in a browser, which could ask for more than a password. */
  BROWSER("pwd", "mfa");

  private final String methods;

  Proof(String... methods) {
    this.methods = String.join(" ", methods);
  }

  /** The value of {@code amr}. */
  List<String> methods() {
    return List.of(methods.split(" ", -1));
  }
}
