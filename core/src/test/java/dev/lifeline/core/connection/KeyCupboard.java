package dev.lifeline.core.connection;

import dev.lifeline.core.model.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A key store that tests look into, lock, and die in. */
final class KeyCupboard implements KeyHolder {
  /** The process is gone. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  final Map<String, Secret> items = new TreeMap<>();
  private boolean open = true;
  private boolean forgetful;
  private int stepsToLive = Integer.MAX_VALUE;

  KeyCupboard locked() {
    open = false;
    return this;
  }

  KeyCupboard unlocked() {
    open = true;
    return this;
  }

  /** Takes everything and keeps nothing. */
  KeyCupboard forgetful() {
    forgetful = true;
    return this;
  }

  /** Before and after each call is a step; at the last one the process dies. */
  KeyCupboard dyingAfter(int steps) {
    stepsToLive = steps;
    return this;
  }

  @Override
  public boolean isReachable() {
    return open;
  }

  @Override
  public Optional<Secret> find(String item) {
    enter();
    Optional<Secret> found = Optional.ofNullable(items.get(item));
    step();
    return found;
  }

  @Override
  public void keep(String item, Secret secret) {
    enter();
    if (!forgetful) {
      items.put(item, secret);
    }
    step();
  }

  @Override
  public void forget(String item) {
    enter();
    items.remove(item);
    step();
  }

  private void enter() {
    step();
    if (!open) {
      throw KeyStoreFaults.unavailable("It is locked.");
    }
  }

  private void step() {
    stepsToLive--;
    if (stepsToLive == 0) {
      throw new Death();
    }
  }
}
