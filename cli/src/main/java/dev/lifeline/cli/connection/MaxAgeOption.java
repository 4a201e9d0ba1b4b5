package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.text.Figures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The age from which on a password is too old. */
final class MaxAgeOption {
  @Option(
      names = "--max-password-age",
      paramLabel = "DURATION",
      description = "Warn of passwords that were changed longer ago, such as 90d.")
  private @Nullable String maxAge;

  /** The age, or null when nobody chose one. */
  @Nullable Duration limit() {
    return maxAge == null ? null : Values.duration("password age", maxAge);
  }

  /** Whether a password of that age is too old. */
  boolean isExceededBy(Duration age) {
    Duration limit = limit();
    return limit != null && age.compareTo(limit) > 0;
  }

  /** What is said of a password that is too old. */
  String warning(SavedConnection saved, Duration age) {
    String name = saved.connection().name();
    return "warning: the "
        + secret(saved.signIn())
        + " of '"
        + name
        + "' is "
        + Figures.age(age)
        + " old, more than "
        + maxAge
        + "; renew it with: lifeline connection rotate "
        + Values.word(name);
  }

  private static String secret(SignInMethod method) {
    return switch (method) {
      case PASSWORD -> "password";
      case DEVICE_CODE -> "sign-in";
      case HUB -> "access token";
    };
  }
}
