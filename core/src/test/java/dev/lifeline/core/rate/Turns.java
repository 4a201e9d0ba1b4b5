package dev.lifeline.core.rate;

import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.time.Time;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Turns of one caller, and what they are about. */
final class Turns {
  static final Caller CALLER =
      new Caller(
          new ApiEndpoint(URI.create("https://lcsapi.lcs.dynamics.com")), "Deploy@contoso.com");
  static final ProjectId PROJECT = new ProjectId(1234567);
  static final EnvironmentId ENVIRONMENT =
      new EnvironmentId("0000AAAA-1111-2222-3333-444444444444");
  static final EnvironmentId OTHER = new EnvironmentId("00000000111122223333444444444445");

  private Turns() {}

  static RateBudget on(Path folder, Time time, Listener listener) {
    return new RateBudget(Ledger.on(Shelf.of(folder)), CALLER, time, listener);
  }

  static List<RateUse> of(RateLimit... limits) {
    return Arrays.stream(limits).map(limit -> new RateUse(limit, PROJECT, ENVIRONMENT)).toList();
  }
}
