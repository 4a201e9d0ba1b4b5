package dev.lifeline.emulator.world;

/**
 * A world at one moment.
 *
 * @param directory what Entra ID knows
 * @param lifecycle what LCS knows
 * @param settings what can be changed while the emulator runs
 * @param pace how fast the world ages
 */
public record WorldState(
    Directory directory, Lifecycle lifecycle, WorldSettings settings, WorldClock.Pace pace) {

  /** The same world with another directory. */
  public WorldState with(Directory changed) {
    return new WorldState(changed, lifecycle, settings, pace);
  }

  /** The same world with another lifecycle. */
  public WorldState with(Lifecycle changed) {
    return new WorldState(directory, changed, settings, pace);
  }

  /** The same world with other settings. */
  public WorldState with(WorldSettings changed) {
    return new WorldState(directory, lifecycle, changed, pace);
  }

  WorldState with(WorldClock.Pace changed) {
    return new WorldState(directory, lifecycle, settings, changed);
  }
}
