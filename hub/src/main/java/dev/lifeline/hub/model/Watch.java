package dev.lifeline.hub.model;

import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.operation.WaitState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation in LCS that is looked at, once for all runs that wait for it.
 *
 * @param id the same for all who would look at the same over the same connection
 * @param place over which connection
 * @param waited how far the wait has come
 * @param problem why it failed or is stuck, as JSON, or null
 */
public record Watch(
    String id,
    Place place,
    FollowedOperation operation,
    WaitState waited,
    Verdict verdict,
    @Nullable String problem) {
  /**
   * Over which connection it is looked.
   *
   * @param connection the connection's id
   * @param project the id of the hub's project
   * @param lcsProject the project's id in LCS
   */
  public record Place(UUID connection, UUID project, String lcsProject) {
    /** That of a run. */
    public static Place of(Run.Place place) {
      return new Place(place.connection(), place.project(), place.lcsProject());
    }
  }

  /** What was made of what was seen. */
  public enum Verdict {
    /** It goes on. */
    GOING,
    /** It cannot be looked at just now. */
    STUCK,
    /** It ended well. */
    SUCCEEDED,
    /** It ended badly, or is not looked at any more. */
    FAILED;

    /** The name in the database. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nobody looks any more. */
    public boolean isEnd() {
      return this == SUCCEEDED || this == FAILED;
    }
  }

  /** One that begins. */
  public static Watch begin(Place place, FollowedOperation operation, Instant now) {
    String id =
        Shelf.key(
            List.of(
                place.toString(),
                operation.kind(),
                digits(operation.environment()),
                String.valueOf(operation.part()),
                digits(operation.activity())));
    return new Watch(id, place, operation, WaitState.begin(now), Verdict.GOING, null);
  }

  /** The same after a look. */
  public Watch with(WaitState newWait, Verdict newVerdict, @Nullable String newProblem) {
    return new Watch(id, place, operation, newWait, newVerdict, newProblem);
  }

  private static String digits(String id) {
    return id.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
