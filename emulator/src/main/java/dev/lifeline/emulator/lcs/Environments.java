package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The environments of a project and what was done to them, in pages. */
final class Environments {

  private final World world;
  private final Finder finder;
  private final EnvironmentRows rows;

  Environments(World world) {
    this.world = world;
    this.finder = new Finder(world);
    this.rows = new EnvironmentRows(world);
  }

  Reply list(Call call, Routes.Names path, Caller caller) throws RefusedException {
    Map<String, String> query = call.queryParameters();
    String id = query.get("environmentId");
    String name = query.get("environmentName");
    List<Environment> found = world.lifecycle().environmentsOf(caller.project());
    if (id != null) {
      Optional<UUID> wanted = Guid.parse(id);
      found =
          found.stream().filter(it -> wanted.isPresent() && it.id().equals(wanted.get())).toList();
    }
    if (name != null) {
      found = found.stream().filter(it -> it.name().equalsIgnoreCase(name)).toList();
    }
    return page(found.stream().map(rows::environment).toList(), query);
  }

  /** The latest operation first; those from before the world began come last. */
  Reply history(Call call, Routes.Names path, Caller caller) throws RefusedException {
    UUID id = finder.environment(path, caller).id();
    List<Fields> all = new ArrayList<>();
    world.lifecycle().history(id).stream().map(rows::history).forEach(all::add);
    world.lifecycle().past(id).stream().map(rows::history).forEach(all::add);
    return page(all, call.queryParameters());
  }

  private Reply page(List<Fields> all, Map<String, String> query) throws RefusedException {
    String page = query.getOrDefault("page", "1");
    if (!page.matches("[1-9][0-9]{0,5}")) {
      throw RefusedException.inEnvelope("The page " + page + " is not valid.");
    }
    return Envelope.page(all, Integer.parseInt(page), world.settings().pageSize());
  }
}
