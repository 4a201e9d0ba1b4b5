package dev.lifeline.emulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that was begun on a device and is to be ended in a browser.
 *
 * @param userCode what the person enters
 * @param clientId the application that asks
 * @param tenant the tenant in the path of the request
 * @param scope what for, as it was written
 * @param expires until when it can be entered
 * @param interval how long the application is to wait between two questions
 * @param state what the person has done
 * @param account the object id of who approved, null before
 */
public record DeviceCode(
    String userCode,
    UUID clientId,
    String tenant,
    String scope,
    Instant expires,
    Duration interval,
    State state,
    @Nullable UUID account) {

  /** What a person has done about a device code. */
  public enum State {
    /** Nothing yet. */
    PENDING,
    /** Signed in. */
    APPROVED,
    /** Refused. */
    DECLINED
  }

  /** Whether it can no longer be entered. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expires);
  }

  DeviceCode approvedBy(UUID who) {
    return new DeviceCode(
        userCode, clientId, tenant, scope, expires, interval, State.APPROVED, who);
  }

  DeviceCode declined() {
    return new DeviceCode(
        userCode, clientId, tenant, scope, expires, interval, State.DECLINED, null);
  }
}
