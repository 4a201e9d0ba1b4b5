package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.preflight.CheckStep;
import dev.lifeline.core.preflight.Prerequisite;
import dev.lifeline.core.text.Figures;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How old the secret of a stored connection is, as a step of the check that never fails. */
final class SecretAge {
  private SecretAge() {}

  static CheckStep step(SavedConnection saved, Instant now, MaxAgeOption maxAge) {
    Duration age = saved.age(now);
    @Nullable String warning = warning(saved, age, maxAge.limit());
    return switch (saved.signIn()) {
      case PASSWORD -> CheckStep.known(Prerequisite.PASSWORD_AGE, "stored " + ago(age), warning);
      case DEVICE_CODE ->
          CheckStep.known(
              Prerequisite.SIGN_IN_AGE, "signed in " + ago(age) + ", " + use(saved, now), warning);
      case HUB ->
          CheckStep.known(Prerequisite.SIGN_IN_AGE, "access token stored " + ago(age), warning);
    };
  }

  private static @Nullable String warning(
      SavedConnection saved, Duration age, @Nullable Duration limit) {
    return limit == null || age.compareTo(limit) <= 0
        ? null
        : "older than "
            + Figures.age(limit)
            + "; renew it with: lifeline connection rotate "
            + Values.word(saved.connection().name());
  }

  private static String use(SavedConnection saved, Instant now) {
    Instant used = saved.lastUsed();
    return used == null ? "not used yet" : "last used " + ago(Duration.between(used, now));
  }

  private static String ago(Duration age) {
    return age.toDays() < 1 ? "today" : Figures.age(age) + " ago";
  }
}
