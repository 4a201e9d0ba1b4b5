package dev.lifeline.core.registration;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What looking at something gave: it is there, it is not, or whoever signed in may not look.
 *
 * @param value what is there, or null
 * @param allowed whether looking was allowed
 * @param <T> what is looked at
 */
record Look<T>(@Nullable T value, boolean allowed) {
  /** Why something is not known. */
  static final String NOT_ALLOWED = "not known: the account that signed in may not read it";

  /** Looks; a refusal for lack of rights is an answer, every other failure is thrown. */
  static <T> Look<T> at(Supplier<Optional<T>> read) {
    try {
      return new Look<>(read.get().orElse(null), true);
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.ADMINISTRATOR_NEEDED) {
        throw e;
      }
      return new Look<>(null, false);
    }
  }

  /** Looks at a list, of which an empty one is there too. */
  static <T> Look<List<T>> atAll(Supplier<List<T>> read) {
    return at(() -> Optional.of(read.get()));
  }

  /** Whether it surely is not there. */
  boolean isAbsent() {
    return allowed && value == null;
  }
}
