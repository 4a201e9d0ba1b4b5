package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.blob.BlobStorage;
import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.EnvironmentType;
import dev.lifeline.emulator.world.Infrastructure;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.emulator.world.Work;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Lists, refreshes and exports databases. Which environments take part is ASSUMED. */
final class DatabaseMovement {

  private static final Duration DAY = Duration.ofHours(24);

  private final World world;
  private final BlobStorage storage;
  private final Supplier<UUID> ids;
  private final Finder finder;
  private final EnvironmentRows rows;

  DatabaseMovement(World world, BlobStorage storage, Supplier<UUID> ids) {
    this.world = world;
    this.storage = storage;
    this.ids = ids;
    this.finder = new Finder(world);
    this.rows = new EnvironmentRows(world);
  }

  /** The backups that are done. */
  Reply list(Call call, Routes.Names path, Caller caller) {
    List<Fields> backups =
        world.lifecycle().backups(caller.project(), world.clock().age()).stream()
            .map(this::backup)
            .toList();
    return Envelope.success(
        ids.get(), Fields.of("DatabaseAssets", backups.stream().map(Fields::tree).toList()));
  }

  /** The target gets the source's database; it is the target that is serviced. */
  Reply refresh(Call call, Routes.Names path, Caller caller) throws RefusedException {
    caller.mustService();
    Environment source = finder.environment(path.get("source"), caller);
    Environment target = finder.environment(path.get("target"), caller);
    if (source.id().equals(target.id())) {
      throw RefusedException.inEnvelope("The source and target environments are the same.");
    }
    mustBeInTheCloud(source);
    mustBeSandbox(target);
    Optional<Reply> limit = dailyLimit(target);
    if (limit.isPresent()) {
      return limit.get();
    }
    OperationKind kind = OperationKind.DATABASE_REFRESH;
    String from = LcsTexts.dashed(source.id());
    Operation operation = start(target, new Work(kind, kind.display(), null, from));
    return Envelope.success(operation.activityId(), Fields.none());
  }

  /** The backup is in the library once the operation has succeeded. */
  Reply export(Call call, Routes.Names path, Caller caller) throws RefusedException, IOException {
    caller.mustService();
    Environment environment = finder.environment(path, caller);
    String name = path.get("name");
    if (name.isBlank()) {
      throw RefusedException.inEnvelope("A backup name is required.");
    }
    mustBeSandbox(environment);
    Optional<Reply> limit = dailyLimit(environment);
    if (limit.isPresent()) {
      return limit.get();
    }
    byte[] content = BackupContent.of(name);
    Asset backup =
        new Asset(
            ids.get(),
            caller.project(),
            name,
            name + ".bacpac",
            null,
            Asset.DATABASE_BACKUP,
            content.length,
            world.clock().now(),
            world.clock().age());
    Operation operation =
        start(environment, new Work(OperationKind.DATABASE_EXPORT, name, backup.id(), null));
    storage.put(backup.blobName(), content);
    world.changeLifecycle(it -> it.with(backup));
    return Envelope.success(operation.activityId(), Fields.none());
  }

  /** Where a movement stands; a refresh is followed at its target. */
  Reply status(Call call, Routes.Names path, Caller caller) throws RefusedException {
    Operation operation =
        finder.operation(
            finder.environment(path, caller), path.get("activity"), OperationKind::movesDatabase);
    return Envelope.success(ids.get(), rows.databaseStatus(operation));
  }

  private static void mustBeInTheCloud(Environment environment) throws RefusedException {
    if (environment.infrastructure() == Infrastructure.ON_PREMISES
        || environment.infrastructure() == Infrastructure.CUSTOMER_MANAGED) {
      throw RefusedException.inEnvelope(
          "Environment " + environment.name() + " is not supported by the database movement API.");
    }
  }

  private static void mustBeSandbox(Environment environment) throws RefusedException {
    mustBeInTheCloud(environment);
    if (environment.type() == EnvironmentType.PRODUCTION) {
      throw RefusedException.inEnvelope(
          "Environment " + environment.name() + " is not a sandbox environment.");
    }
  }

  /**
   * The refusal that has an activity id all the same, when an environment has had its share in 24
   * hours of the world's time, by the start of the operations (DOC).
   */
  private Optional<Reply> dailyLimit(Environment environment) {
    int allowed = world.settings().limits().databaseOperations();
    Duration since = world.clock().age().minus(DAY);
    if (world.lifecycle().databaseMovements(environment.id(), since).size() < allowed) {
      return Optional.empty();
    }
    Instant from = world.clock().instantOf(since);
    return Optional.of(
        Envelope.failure(
            ids.get(),
            "Maximum allowed API operations are " + allowed + " from " + LcsTexts.ticksDate(from)));
  }

  private Operation start(Environment environment, Work work) throws RefusedException {
    return world
        .start(environment, work, ids.get())
        .orElseThrow(
            () ->
                RefusedException.inEnvelope(
                    "Environment " + environment.name() + " is already being serviced."));
  }

  private Fields backup(Asset it) {
    String date = LcsTexts.millisDate(it.created());
    String location = storage.downloadUrl(it.blobName(), world.settings().sasLifetime()).toString();
    return Fields.of("Id", LcsTexts.dashed(it.id()))
        .with("ProjectId", it.project() == null ? null : it.project().value())
        .with("OrganizationId", 1)
        .with("Name", it.name())
        .with("FileName", it.fileName())
        .with("FileDescription", it.description() == null ? "" : it.description())
        .with("FileLocation", location)
        .with("ModifiedDateTime", date)
        .with("CreatedDateTime", date)
        .with("CreatedByName", null)
        .with("ModifiedByName", null);
  }
}
