package dev.lifeline.emulator;

import dev.lifeline.emulator.scenario.Pause;
import dev.lifeline.emulator.token.TokenKey;
import dev.lifeline.emulator.world.SigningKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What an emulator takes from outside.
 *
 * @param clock the time
 * @param random where passwords and keys come from
 * @param ids where ids come from
 * @param pause how scripted delays are spent
 * @param signingKeys where the key of a new world comes from; making one takes a tenth of a second
 *     or more
 */
public record Surroundings(
    InstantSource clock,
    SecureRandom random,
    Supplier<UUID> ids,
    Pause pause,
    Supplier<SigningKey> signingKeys) {

  /** The machine's own time and randomness. */
  public static Surroundings ofTheMachine(Pause pause) {
    SecureRandom random = new SecureRandom();
    return new Surroundings(
        InstantSource.system(), random, UUID::randomUUID, pause, () -> TokenKey.generate(random));
  }

  /** The same with another clock. */
  public Surroundings withClock(InstantSource other) {
    return new Surroundings(other, random, ids, pause, signingKeys);
  }

  /**
   * The same with a key that is there already: tests that start many emulators save time with it.
   */
  public Surroundings withSigningKey(SigningKey key) {
    return new Surroundings(clock, random, ids, pause, () -> key);
  }
}
