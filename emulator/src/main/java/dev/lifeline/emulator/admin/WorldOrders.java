package dev.lifeline.emulator.admin;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.Membership;
import dev.lifeline.emulator.world.ProjectId;
import dev.lifeline.emulator.world.ProjectRole;
import dev.lifeline.emulator.world.ReadyMadeWorld;
import dev.lifeline.emulator.world.SignIn;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalDouble;
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
    Body order = Body.of(call).allowing(Set.of("name", "signIn", "role", "project"));
    String name = order.text("name");
    if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("\"name\" is the part of a user name before the @");
    }
    ProjectId project = new ProjectId(order.count("project", (int) ReadyMadeWorld.PROJECT.value()));
    boolean outside = order.findText("role").filter("none"::equals).isPresent();
    ProjectRole role =
        outside
            ? ProjectRole.INVITED
            : order.findChoice("role", ProjectRole.class).orElse(ProjectRole.ENVIRONMENT_MANAGER);
    SignIn signIn = order.findChoice("signIn", SignIn.class).orElse(SignIn.WORKS);
    UUID id =
        world
            .directory()
            .account(name + "@" + world.directory().tenant().domain())
            .map(Account::id)
            .orElseGet(ids);
    Account account = Account.of(id, name, signIn);
    world.changeDirectory(it -> it.with(account));
    world.changeLifecycle(
        it ->
            outside
                ? it.withoutMembership(project, name)
                : it.with(new Membership(project, name, role)));
    return Reply.status(200).json(WorldView.account(world.directory(), account).tree());
  }

  /** Changes the settings that are named. */
  Reply settings(Call call) throws IOException {
    Body order =
        Body.of(call)
            .allowing(
                Set.of("tokenLifetimeSeconds", "sasLifetimeSeconds", "pageSize", "timeScale"));
    if (order.findNumber("tokenLifetimeSeconds").isPresent()) {
      Duration lifetime = Duration.ofSeconds(order.count("tokenLifetimeSeconds", 0));
      world.changeSettings(it -> it.withTokenLifetime(lifetime));
    }
    if (order.findNumber("sasLifetimeSeconds").isPresent()) {
      Duration lifetime = Duration.ofSeconds(order.count("sasLifetimeSeconds", 0));
      world.changeSettings(it -> it.withSasLifetime(lifetime));
    }
    if (order.findNumber("pageSize").isPresent()) {
      int size = order.count("pageSize", 0);
      world.changeSettings(it -> it.withPageSize(size));
    }
    OptionalDouble scale = order.findNumber("timeScale");
    if (scale.isPresent()) {
      world.changeTimeScale(scale.getAsDouble());
    }
    return Reply.status(200).json(new WorldView(world).settings().tree());
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
