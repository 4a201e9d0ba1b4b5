package dev.lifeline.emulator.admin;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.Credential;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.DirectoryRole;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.Membership;
import dev.lifeline.emulator.world.ProjectId;
import dev.lifeline.emulator.world.ProjectRole;
import dev.lifeline.emulator.world.ReadyMadeWorld;
import dev.lifeline.emulator.world.SignIn;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Changes of the world. */
final class WorldOrders {

  private final World world;
  private final Supplier<UUID> ids;

  WorldOrders(World world, Supplier<UUID> ids) {
    this.world = world;
    this.ids = ids;
  }

  /**
   * Adds an account, or puts it in place of the one with that name; {@code role} none takes it out
   * of the project.
   */
  Reply account(Call call) throws IOException {
    Body order =
        Body.of(call)
            .allowing(Set.of("name", "signIn", "role", "project", "tenant", "directoryRole"));
    String name = order.text("name");
    if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("\"name\" is the part of a user name before the @");
    }
    Directory directory = directory(order);
    Account account = account(order, directory, name);
    membership(order, directory.username(name));
    world.changeDirectory(directory.tenant().id(), it -> it.with(account));
    return Reply.status(200).json(WorldView.account(directory, account).tree());
  }

  private Directory directory(Body order) {
    Optional<String> tenant = order.findText("tenant");
    return tenant.isEmpty()
        ? world.directory()
        : world
            .directoryOfTenant(tenant.get())
            .orElseThrow(
                () -> new IllegalArgumentException("\"tenant\" is the domain or id of a tenant"));
  }

  /** Whoever is there already keeps id and password. */
  private Account account(Body order, Directory directory, String name) {
    SignIn signIn = order.findChoice("signIn", SignIn.class).orElse(SignIn.WORKS);
    Optional<Account> there = directory.account(directory.username(name));
    Credential credential =
        there
            .map(Account::credential)
            .orElseGet(() -> Credential.first(world.state().firstPassword(), world.clock().now()));
    return Account.of(there.map(Account::id).orElseGet(ids), name, signIn, credential)
        .withRole(order.findChoice("directoryRole", DirectoryRole.class).orElse(null));
  }

  private void membership(Body order, String username) {
    ProjectId project = new ProjectId(order.count("project", (int) ReadyMadeWorld.PROJECT.value()));
    boolean outside = order.findText("role").filter("none"::equals).isPresent();
    ProjectRole role =
        outside
            ? ProjectRole.INVITED
            : order.findChoice("role", ProjectRole.class).orElse(ProjectRole.ENVIRONMENT_MANAGER);
    world.changeLifecycle(
        it ->
            outside
                ? it.withoutMembership(project, username)
                : it.with(new Membership(project, username, role)));
  }

  /** Gives an asset another file name, hostile ones included. */
  Reply fileName(Call call, String assetId) throws IOException {
    String fileName = Body.of(call).allowing(Set.of("fileName")).text("fileName");
    UUID id =
        Guid.parse(assetId).orElseThrow(() -> new IllegalArgumentException("that is no asset id"));
    Asset asset =
        world.lifecycle().assets().stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no such asset"));
    world.changeLifecycle(it -> it.with(asset.withFileName(fileName)));
    return Reply.status(200).json(Fields.of("fileName", fileName).tree());
  }
}
