package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.World;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The names under which tenants are addressed in a path. */
final class Tenants {

  private static final Set<String> EVERYONE = Set.of("common", "consumers");

  private final World world;

  Tenants(World world) {
    this.world = world;
  }

  /** The one tenant of that name. */
  Optional<Directory> find(String name) {
    return world.directoryOfTenant(name);
  }

  /** Whether that names one tenant, or any. */
  boolean isKnown(String name) {
    return isForEveryone(name) || name.equalsIgnoreCase("organizations") || find(name).isPresent();
  }

  /** Whether that names personal accounts too, which know no password grant. */
  boolean isForEveryone(String name) {
    return EVERYONE.contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The tenant in which a user is looked for.
   *
   * @param name the tenant in the path; any means that of the user name's domain
   * @throws RefusedException if there is none
   */
  Directory ofUser(String name, String username) throws RefusedException {
    Optional<Directory> one = find(name);
    return one.isPresent()
        ? one.get()
        : world
            .directoryOfUser(username)
            .orElseThrow(() -> new RefusedException(Aadsts.DOMAIN_UNKNOWN));
  }
}
