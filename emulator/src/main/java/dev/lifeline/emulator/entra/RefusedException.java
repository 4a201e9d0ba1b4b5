package dev.lifeline.emulator.entra;

/** That Entra ID refuses a request. Ends as the answer to it. */
final class RefusedException extends Exception {

  private final transient Aadsts reason;
  private final String about;

  RefusedException(Aadsts reason, String about) {
    super(reason.name());
    this.reason = reason;
    this.about = about;
  }

  RefusedException(Aadsts reason) {
    this(reason, "");
  }

  Aadsts reason() {
    return reason;
  }

  /** The part of the request that is refused; never a password. */
  String about() {
    return about;
  }
}
