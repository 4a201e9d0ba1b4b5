package dev.lifeline.core.connection;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import java.util.Optional;

/**
 * Keeps a few short secrets by name, outside the connection folder: the operating system's key
 * store, as a rule. Thread-safe.
 *
 * <p>Apart from {@link #isReachable()}, each method throws {@link LifelineException}
 * KEY_STORE_UNAVAILABLE when the key store cannot be reached or does not let Lifeline in, and
 * INTERRUPTED when the thread is interrupted while it waits for a person.
 */
public interface KeyHolder {
  /** For a machine without a key store: never reachable. */
  KeyHolder NONE = new NoKeyStore();

  /**
   * Whether there is one that answers; quick, silent and without asking anybody anything. A locked
   * one answers too, and may refuse later.
   */
  boolean isReachable();

  /** The secret of that name; empty when there is none. */
  Optional<Secret> find(String item);

  /** Keeps a secret under that name, in the place of the one that was there. */
  void keep(String item, Secret secret);

  /** Removes the secret of that name, if there is one. */
  void forget(String item);
}
