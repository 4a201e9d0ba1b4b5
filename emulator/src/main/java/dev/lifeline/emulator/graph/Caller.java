package dev.lifeline.emulator.graph;

import dev.lifeline.emulator.token.Bearer;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.Tenant;
import dev.lifeline.emulator.world.World;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Who calls, and what that account may see and change of its own tenant. */
final class Caller {

  private final World world;
  private final Bearer bearer;

  Caller(World world, Bearer bearer) {
    this.world = world;
    this.bearer = bearer;
  }

  Account account() {
    return bearer.account();
  }

  /** The caller's tenant as it is now. */
  Directory directory() throws RefusedException {
    String tenant = bearer.tenantId().toString();
    return world.directoryOfTenant(tenant).orElseThrow(() -> RefusedException.notFound(tenant));
  }

  Tenant tenant() throws RefusedException {
    return directory().tenant();
  }

  boolean has(Permission permission) {
    return permission.isAmong(bearer.scopes());
  }

  /**
   * Passes when the token holds the permission.
   *
   * @throws RefusedException if not
   */
  void needs(Permission permission) throws RefusedException {
    if (!has(permission)) {
      throw RefusedException.denied();
    }
  }

  /**
   * Passes when the token holds the permission and the account has the role for it.
   *
   * @throws RefusedException if not
   */
  void administers(Permission permission) throws RefusedException {
    needs(permission);
    if (!account().administersApplications()) {
      throw RefusedException.denied();
    }
  }

  /** Changes the caller's tenant. */
  void change(UnaryOperator<Directory> change) {
    UUID tenant = bearer.tenantId();
    world.changeDirectory(tenant, change);
  }
}
