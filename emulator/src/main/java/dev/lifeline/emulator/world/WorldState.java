package dev.lifeline.emulator.world;

import java.util.List;

/**
 * A world at one moment.
 *
 * @param directories what Entra ID knows of each tenant, the ready-made one first
 * @param lifecycle what LCS knows
 * @param signingKey what tokens are signed with
 * @param firstPassword the password that every new account has
 * @param settings what can be changed while the emulator runs
 * @param pace how fast the world ages
 */
public record WorldState(
    List<Directory> directories,
    Lifecycle lifecycle,
    SigningKey signingKey,
    Password firstPassword,
    WorldSettings settings,
    WorldClock.Pace pace) {

  /** Takes a copy of the list, and refuses a world without tenants. */
  public WorldState {
    directories = List.copyOf(directories);
    if (directories.isEmpty()) {
      throw new IllegalArgumentException("a world has at least one tenant");
    }
  }

  /** The tenant that a newcomer finds. */
  public Directory directory() {
    return directories.get(0);
  }

  /** The same world with another directory for its tenant. */
  public WorldState with(Directory changed) {
    return new WorldState(
        Rows.put(directories, changed, it -> it.tenant().id().equals(changed.tenant().id())),
        lifecycle,
        signingKey,
        firstPassword,
        settings,
        pace);
  }

  /** The same world with another lifecycle. */
  public WorldState with(Lifecycle changed) {
    return new WorldState(directories, changed, signingKey, firstPassword, settings, pace);
  }

  /** The same world with other settings. */
  public WorldState with(WorldSettings changed) {
    return new WorldState(directories, lifecycle, signingKey, firstPassword, changed, pace);
  }

  WorldState with(WorldClock.Pace changed) {
    return new WorldState(directories, lifecycle, signingKey, firstPassword, settings, changed);
  }
}
