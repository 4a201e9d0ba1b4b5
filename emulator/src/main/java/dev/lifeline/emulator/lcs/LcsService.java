package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.blob.BlobStorage;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.server.Service;
import dev.lifeline.emulator.token.AccessTokens;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;

/** Lifecycle Services. Thread-safe. */
public final class LcsService implements Service {

  private static final String ENVIRONMENT = "/project/{project}/environment/{environment}";

  private final Routes routes;
  private final Supplier<UUID> ids;

  private LcsService(Access access, World world, BlobStorage storage, Supplier<UUID> ids) {
    this.ids = ids;
    AssetLibrary library = new AssetLibrary(world, storage, ids);
    this.routes =
        new Routes(
            call -> Messages.reply(404, "No HTTP resource was found that matches the request."));
    addAssetLibrary(routes, access, library);
    addEnvironments(routes, access, new Environments(world));
    addServicing(routes, access, new Servicing(world, ids));
    addStatuses(routes, access, new Statuses(world));
  }

  /**
   * LCS in the geography of the world's projects.
   *
   * @param world its state
   * @param storage where the bytes of assets are
   * @param tokens who calls
   * @param ids where new ids come from
   */
  public static LcsService of(
      World world, BlobStorage storage, AccessTokens tokens, Supplier<UUID> ids) {
    return new LcsService(new Access(world, tokens, true), world, storage, ids);
  }

  /**
   * LCS in another geography, which knows none of the world's projects.
   *
   * @param world its state
   * @param storage where the bytes of shared assets are
   * @param tokens who calls
   * @param ids where new ids come from
   */
  public static LcsService ofAnotherGeography(
      World world, BlobStorage storage, AccessTokens tokens, Supplier<UUID> ids) {
    return new LcsService(new Access(world, tokens, false), world, storage, ids);
  }

  @Override
  public Reply answer(Call call) throws IOException {
    return routes.answer(call).header("x-ms-request-id", ids.get().toString());
  }

  private static void addAssetLibrary(Routes routes, Access access, AssetLibrary library) {
    routes
        .on("POST", "/box/fileasset/CreateFileAsset/{project}", access.toProject(library::create))
        .on("POST", "/box/fileasset/CommitFileAsset/{project}", access.toProject(library::commit))
        .on("GET", "/box/fileasset/GetFileAsset/{project}", access.toProject(library::get))
        .on("GET", "/box/fileasset/GetAssets/{project}", access.toProject(library::list))
        .on("GET", "/box/fileasset/GetSharedAssets", access.toAnyone(library::listShared))
        .on(
            "GET",
            "/box/fileasset/GetFileAssetValidationStatus/{project}",
            access.toProject(library::validation))
        .on("POST", "/box/fileasset/DeleteFileAsset/{project}", access.toProject(library::delete));
  }

  private static void addEnvironments(Routes routes, Access access, Environments environments) {
    routes
        .on(
            "GET",
            "/environmentinfo/v1/detail/project/{project}",
            access.toEnvironments(environments::list))
        .on(
            "GET",
            "/environmentinfo/v1/history" + ENVIRONMENT,
            access.toEnvironments(environments::history));
  }

  private static void addServicing(Routes routes, Access access, Servicing servicing) {
    String apply = "/environment/v2/applyupdate" + ENVIRONMENT;
    routes
        .on("POST", apply + "/asset/{asset}", access.toEnvironments(servicing::applyUpdate))
        .on(
            "POST",
            "/environment/v2/finalizeupdate" + ENVIRONMENT + "/preparationactivityid/{preparation}",
            access.toEnvironments(servicing::finalizeUpdate))
        .on(
            "POST",
            apply + "/commercescaleunit/{unit}/asset/{asset}",
            access.toEnvironments(servicing::applyToScaleUnit))
        .on(
            "POST",
            apply + "/ecommerce/{ecommerce}/asset/{asset}",
            access.toEnvironments(servicing::applyToECommerce));
  }

  private static void addStatuses(Routes routes, Access access, Statuses statuses) {
    String fetch = "/environment/v2/fetchstatus" + ENVIRONMENT;
    routes
        .on(
            "GET",
            fetch + "/operationactivity/{activity}",
            access.toEnvironments(statuses::byActivity))
        .on("GET", fetch + "/onprem", access.toEnvironments(statuses::onPremises))
        .on("GET", fetch + "/commercescaleunit/{unit}", access.toEnvironments(statuses::scaleUnit))
        .on(
            "GET",
            fetch + "/ecommerce/{ecommerce}/deploymentactivity/{deployment}",
            access.toEnvironments(statuses::eCommerce));
  }
}
