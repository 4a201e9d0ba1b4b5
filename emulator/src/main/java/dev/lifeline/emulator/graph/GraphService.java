package dev.lifeline.emulator.graph;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.server.Service;
import dev.lifeline.emulator.token.AccessTokens;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Microsoft Graph v1.0: applications, service principals and users, to look at. Thread-safe. */
public final class GraphService implements Service {

  private final World world;
  private final AccessTokens tokens;
  private final Supplier<UUID> ids;
  private final Routes routes;

  /**
   * Graph of a world.
   *
   * @param world its state
   * @param tokens who calls
   * @param ids where request ids come from
   */
  public GraphService(World world, AccessTokens tokens, Supplier<UUID> ids) {
    this.world = world;
    this.tokens = tokens;
    this.ids = ids;
    GraphObjects objects = new GraphObjects(world);
    this.routes =
        new Routes(call -> error(call, 400, "BadRequest", "Resource not found for the segment."))
            .on(
                "GET",
                "/v1.0/applications(appId='{id}')",
                (call, path) -> found(call, path, objects::application))
            .on(
                "GET",
                "/v1.0/servicePrincipals(appId='{id}')",
                (call, path) -> found(call, path, objects::servicePrincipal))
            .on("GET", "/v1.0/users/{id}", (call, path) -> found(call, path, objects::user));
  }

  @Override
  public Reply answer(Call call) throws IOException {
    if (tokens.caller(call).isEmpty()) {
      return error(
          call, 401, "InvalidAuthenticationToken", "Access token is missing, empty or not valid.");
    }
    return routes.answer(call);
  }

  private interface Finder {
    Optional<Fields> find(String id);
  }

  private Reply found(Call call, Routes.Names path, Finder finder) {
    String id = path.get("id");
    return finder
        .find(id)
        .map(it -> Reply.status(200).json(it.tree()))
        .orElseGet(
            () ->
                error(
                    call,
                    404,
                    "Request_ResourceNotFound",
                    "Resource '"
                        + id
                        + "' does not exist or one of its queried reference-property objects are not present."));
  }

  private Reply error(Call call, int status, String code, String message) {
    String requestId = ids.get().toString();
    String clientRequestId =
        call.header("client-request-id").flatMap(Guid::parse).map(UUID::toString).orElse(requestId);
    Fields inner =
        Fields.of("date", world.clock().now().truncatedTo(ChronoUnit.SECONDS).toString())
            .with("request-id", requestId)
            .with("client-request-id", clientRequestId);
    Fields error = Fields.of("code", code).with("message", message).with("innerError", inner);
    return Reply.status(status)
        .json(Fields.of("error", error).tree())
        .header("request-id", requestId);
  }
}
