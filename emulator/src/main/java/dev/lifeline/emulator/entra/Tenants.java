package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.world.Tenant;
import dev.lifeline.emulator.world.World;
import java.util.Locale;
import java.util.Set;

/** The names under which a tenant is addressed in a path. */
final class Tenants {

  private static final Set<String> EVERYONE = Set.of("common", "consumers");

  private final World world;

  Tenants(World world) {
    this.world = world;
  }

  /** Whether that names our tenant, or any tenant. */
  boolean isKnown(String name) {
    Tenant tenant = world.directory().tenant();
    return isForEveryone(name)
        || name.equalsIgnoreCase("organizations")
        || name.equalsIgnoreCase(tenant.domain())
        || name.equalsIgnoreCase(tenant.id().toString());
  }

  /** Whether that names personal accounts too, which know no password grant. */
  boolean isForEveryone(String name) {
    return EVERYONE.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether that names one tenant. */
  boolean isOne(String name) {
    return isKnown(name) && !isForEveryone(name) && !name.equalsIgnoreCase("organizations");
  }
}
