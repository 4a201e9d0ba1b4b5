package dev.lifeline.core.servicing;

import java.util.Optional;

/** The place for one start in the journal. For one thread. */
public interface JournalPage extends AutoCloseable {
  /** What an earlier run wrote down. */
  Optional<StartNote> read();

  /**
   * Writes it down; it survives whatever happens from now on.
   *
   * @return whether it is kept
   * @throws dev.lifeline.core.problem.LifelineException POSTPONED when somebody else has written
   *     there since it was read: nothing may be sent then
   */
  boolean write(StartNote note);

  /** Whether there is a place to write to at all. */
  boolean isThere();

  /** There is nothing left to go on with. */
  void forget();

  @Override
  void close();
}
