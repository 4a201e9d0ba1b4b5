package dev.lifeline.emulator.admin;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.scenario.Faults;
import dev.lifeline.emulator.scenario.ReceivedLog;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.server.Service;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The admin endpoint. It wants no password: whoever reaches loopback may use it, except web pages,
 * which are kept out by the Host and Origin headers. Thread-safe.
 */
public final class AdminService implements Service {

  private static final Pattern LOOPBACK =
      Pattern.compile("(?:localhost|127\\.0\\.0\\.1)(?::[0-9]+)?", Pattern.CASE_INSENSITIVE);

  private final Routes routes;

  /**
   * Looks at and changes a world and its scenario.
   *
   * @param world the world
   * @param faults the faults that wait
   * @param received what was received
   * @param ids where the ids of new accounts come from
   */
  public AdminService(World world, Faults faults, ReceivedLog received, Supplier<UUID> ids) {
    WorldView view = new WorldView(world);
    WorldOrders orders = new WorldOrders(world, ids);
    SettingsOrders settings = new SettingsOrders(world);
    DeviceCodeOrders deviceCodes = new DeviceCodeOrders(world);
    Routes all = new Routes(call -> problem(404, "there is nothing here; see GET /"));
    this.routes = all;
    all.on("GET", "/", (call, path) -> ok(Fields.of("routes", all.list())))
        .on("GET", "/world", (call, path) -> ok(view.show()))
        .on("POST", "/accounts", (call, path) -> orders.account(call))
        .on("POST", "/assets/{id}", (call, path) -> orders.fileName(call, path.get("id")))
        .on("POST", "/settings", (call, path) -> ok(settings.change(call)))
        .on("GET", "/device-codes", (call, path) -> ok(deviceCodes.list()))
        .on(
            "POST",
            "/device-codes/{code}",
            (call, path) -> ok(deviceCodes.decide(call, path.get("code"))));
    addOperations(all, new OperationOrders(world));
    addFaults(all, faults);
    addReceived(all, received);
  }

  private static void addOperations(Routes all, OperationOrders operations) {
    all.on("GET", "/operations", (call, path) -> ok(operations.count()))
        .on(
            "POST",
            "/operations/{activity}",
            (call, path) -> ok(operations.decide(call, path.get("activity"))))
        .on("GET", "/outcomes", (call, path) -> ok(operations.next()))
        .on("POST", "/outcomes", (call, path) -> ok(operations.decideNext(call)))
        .on("DELETE", "/outcomes", (call, path) -> done(operations::forgetNext));
  }

  private static void addFaults(Routes all, Faults faults) {
    all.on("GET", "/faults", (call, path) -> ok(faults(faults)))
        .on(
            "POST",
            "/faults",
            (call, path) -> {
              faults.add(FaultOrders.read(Body.of(call)));
              return ok(faults(faults));
            })
        .on("DELETE", "/faults", (call, path) -> done(faults::clear));
  }

  private static void addReceived(Routes all, ReceivedLog received) {
    all.on("GET", "/received", (call, path) -> ok(received(received)))
        .on("DELETE", "/received", (call, path) -> done(received::clear));
  }

  @Override
  public Reply answer(Call call) throws IOException {
    // a page whose name was made to resolve to loopback sends that name; any page sends its origin
    if (!LOOPBACK.matcher(call.header("Host").orElse("")).matches()) {
      return problem(403, "the Host header must name localhost or 127.0.0.1");
    }
    if (call.header("Origin").isPresent()) {
      return problem(403, "web pages may not use the admin endpoint");
    }
    try {
      return routes.answer(call);
    } catch (IllegalArgumentException e) {
      return problem(400, String.valueOf(e.getMessage()));
    }
  }

  private static Fields faults(Faults faults) {
    return Fields.of("faults", WorldView.rows(faults.list(), FaultOrders::write));
  }

  private static Fields received(ReceivedLog received) {
    return Fields.of("received", WorldView.rows(received.list(), WorldView::received));
  }

  private static Reply ok(Fields fields) {
    return Reply.status(200).json(fields.tree());
  }

  private static Reply done(Runnable order) {
    order.run();
    return Reply.status(204);
  }

  private static Reply problem(int status, String message) {
    return Reply.status(status).json(Fields.of("error", message).tree());
  }
}
