package dev.lifeline.cli.connection;

import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the connection signs in with, and the ways in for a password. */
final class SignInOption {
  @Option(
      names = "--sign-in",
      paramLabel = "password|device-code",
      description =
          "What it signs in with; default: the account's password. With device-code, a person signs"
              + " in once, also with a second factor; not yet proven against every tenant.")
  private @Nullable String method;

  @Mixin private PasswordOptions password;

  /** The ways in for a password. */
  PasswordOptions password() {
    return password;
  }

  /**
   * The method that was named, or follows from a password that was given; null when nothing was.
   *
   * @throws dev.lifeline.core.problem.LifelineException USAGE_WRONG for a method that does not
   *     exist, and for a password together with a device code
   */
  @Nullable SignInMethod chosen() {
    String id = method;
    if (id == null) {
      return password.areGiven() ? SignInMethod.PASSWORD : null;
    }
    SignInMethod chosen =
        SignInMethod.withId(id)
            .filter(named -> named != SignInMethod.HUB)
            .orElseThrow(
                () ->
                    Problem.of(ProblemCode.USAGE_WRONG, "no way to sign in is called '" + id + "'")
                        .fix("use --sign-in password or --sign-in device-code, or leave it out")
                        .raise());
    if (chosen == SignInMethod.DEVICE_CODE && password.areGiven()) {
      throw Problem.of(
              ProblemCode.USAGE_WRONG, "a sign-in by device code takes no password from Lifeline")
          .why("The person types it in the browser, together with the code.")
          .fix("leave out --password-stdin, --password-env and --password-file")
          .raise();
    }
    return chosen;
  }
}
