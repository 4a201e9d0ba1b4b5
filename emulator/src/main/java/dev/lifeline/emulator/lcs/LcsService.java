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
  private final Sources sources;

  private LcsService(Access access, World world, BlobStorage storage, Sources sources) {
    this.sources = sources;
    this.routes =
        new Routes(
            call -> Messages.reply(404, "No HTTP resource was found that matches the request."));
    RateLimits limits = new RateLimits(world);
    addAssetLibrary(routes, access, new AssetLibrary(world, storage, sources.ids()));
    addEnvironments(routes, access, limits, new Environments(world));
    addServicing(routes, access, new Servicing(world, sources.ids()));
    addStatuses(routes, access, new Statuses(world));
    addPower(routes, access, limits, new Power(world, sources.ids()));
    addRsat(routes, access, limits, new RsatDownload(world, sources));
    addDatabases(routes, access, new DatabaseMovement(world, storage, sources.ids()));
  }

  /**
   * What is made anew for each request.
   *
   * @param ids where new ids come from
   * @param certificates where RSAT certificates come from
   */
  public record Sources(Supplier<UUID> ids, RsatCertificates certificates) {}

  /**
   * LCS in the geography of the world's projects.
   *
   * @param world its state
   * @param storage where the bytes of assets are
   * @param tokens who calls
   * @param sources what is made anew for each request
   */
  public static LcsService of(
      World world, BlobStorage storage, AccessTokens tokens, Sources sources) {
    return new LcsService(new Access(world, tokens, true), world, storage, sources);
  }

  /**
   * LCS in another geography, which knows none of the world's projects.
   *
   * @param world its state
   * @param storage where the bytes of shared assets are
   * @param tokens who calls
   * @param sources what is made anew for each request
   */
  public static LcsService ofAnotherGeography(
      World world, BlobStorage storage, AccessTokens tokens, Sources sources) {
    return new LcsService(new Access(world, tokens, false), world, storage, sources);
  }

  @Override
  public Reply answer(Call call) throws IOException {
    return routes.answer(call).header("x-ms-request-id", sources.ids().get().toString());
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

  private static void addEnvironments(
      Routes routes, Access access, RateLimits limits, Environments environments) {
    routes
        .on(
            "GET",
            "/environmentinfo/v1/detail/project/{project}",
            access.toEnvironments(limits.on(environments::list, RateLimit.METADATA)))
        .on(
            "GET",
            "/environmentinfo/v1/history" + ENVIRONMENT,
            access.toEnvironments(
                limits.on(
                    environments::history,
                    RateLimit.HISTORY_OF_ENVIRONMENT,
                    RateLimit.HISTORY_OF_PROJECT)));
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

  private static void addPower(Routes routes, Access access, RateLimits limits, Power power) {
    routes
        .on(
            "POST",
            "/environment/v1/start" + ENVIRONMENT,
            access.toEnvironments(
                limits.on(power::start, RateLimit.POWER_OF_ENVIRONMENT, RateLimit.POWER_OF_USER)))
        .on(
            "POST",
            "/environment/v1/stop" + ENVIRONMENT,
            access.toEnvironments(
                limits.on(power::stop, RateLimit.POWER_OF_ENVIRONMENT, RateLimit.POWER_OF_USER)));
  }

  private static void addRsat(
      Routes routes, Access access, RateLimits limits, RsatDownload download) {
    routes.on(
        "GET",
        "/environmentinfo/v1/rsatdownload" + ENVIRONMENT,
        access.toEnvironments(limits.on(download::download, RateLimit.RSAT_CERTIFICATE)));
  }

  private static void addDatabases(Routes routes, Access access, DatabaseMovement databases) {
    String root = "/databasemovement/v1";
    routes
        .on("GET", root + "/databases/project/{project}", access.toEnvironments(databases::list))
        .on(
            "POST",
            root + "/refresh/project/{project}/source/{source}/target/{target}",
            access.toEnvironments(databases::refresh))
        .on(
            "POST",
            root + "/export" + ENVIRONMENT + "/backupName/{name}",
            access.toEnvironments(databases::export))
        .on(
            "GET",
            root + "/fetchstatus" + ENVIRONMENT + "/operationactivity/{activity}",
            access.toEnvironments(databases::status));
  }
}
