package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.EnvironmentType;
import dev.lifeline.emulator.world.Infrastructure;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.emulator.world.OperationState;
import dev.lifeline.emulator.world.PastOperation;
import dev.lifeline.emulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Environments and operations as LCS writes them; any field of an environment may be null. */
final class EnvironmentRows {

  private final World world;

  EnvironmentRows(World world) {
    this.world = world;
  }

  /** A row of the environment list. */
  Fields environment(Environment it) {
    boolean selfService = it.infrastructure() == Infrastructure.SELF_SERVICE;
    boolean ownMachines = it.infrastructure() == Infrastructure.CUSTOMER_MANAGED;
    Optional<Operation> running = world.running(it);
    boolean free = ownMachines && running.isEmpty();
    boolean stopped = world.isStopped(it);
    return Fields.of("EnvironmentId", LcsTexts.dashed(it.id()))
        .with("EnvironmentName", it.name())
        .with("ProjectId", it.project().value())
        .with("EnvironmentInfrastructure", it.infrastructure().word())
        .with("EnvironmentType", it.type().word())
        .with("EnvironmentGroup", "Primary")
        .with("EnvironmentProduct", "Finance and Operations")
        .with(
            "EnvironmentEndpointBaseUrl",
            "https://" + it.name().toLowerCase(Locale.ROOT) + ".sandbox.operations.contoso.example")
        .with("DeploymentState", running.isPresent() ? "Servicing" : "Finished")
        .with(
            "TopologyDisplayName", selfService ? "Finance and Operations - Sandbox (v10.0)" : null)
        .with("CurrentApplicationBuildVersion", "10.0.2000.10")
        .with("CurrentApplicationReleaseName", "10.0.44")
        .with("CurrentPlatformReleaseName", selfService ? "Update68" : null)
        .with("CurrentPlatformVersion", "7.0.7600.10")
        .with("DeployedOnUTC", LcsTexts.usDate(it.deployedOn()))
        .with("CloudStorageLocation", "West Europe")
        .with(
            "DisasterRecoveryLocation",
            it.type() == EnvironmentType.PRODUCTION ? "North Europe" : null)
        .with("DeploymentStatusDisplay", deploymentStatus(running.orElse(null), stopped))
        .with("CanStart", free && stopped)
        .with("CanStop", free && !stopped)
        .with("MaintenanceWindows", List.of());
  }

  /** The words for what stops and starts are ASSUMED. */
  private static String deploymentStatus(@Nullable Operation running, boolean stopped) {
    if (running == null) {
      return stopped ? "Stopped" : "Deployed";
    }
    return switch (running.kind()) {
      case START -> "Starting";
      case STOP -> "Stopping";
      case UPDATE,
          ON_PREMISES_PREPARATION,
          ON_PREMISES_DEPLOYMENT,
          SCALE_UNIT_UPDATE,
          E_COMMERCE_UPDATE,
          DATABASE_REFRESH,
          DATABASE_EXPORT,
          ADD_IN ->
          "Servicing";
    };
  }

  /** A row of an environment's history; its ids have no dashes. */
  Fields history(Operation it) {
    Instant end = end(it);
    return history(it.kind(), it.name())
        .with("StartDateTimeUtc", LcsTexts.plainDate(it.startedAt()))
        .with("EndDateTimeUtc", end == null ? null : LcsTexts.plainDate(end))
        .with("Status", state(it).word())
        .with("ActivityId", LcsTexts.digits(it.activityId()))
        .with("EnvironmentId", LcsTexts.digits(it.environment()))
        .with("ProjectId", it.project().value());
  }

  /** A row of an environment's history, from before the world began. */
  Fields history(PastOperation it) {
    return history(it.kind(), it.name())
        .with("StartDateTimeUtc", LcsTexts.plainDate(it.startedAt()))
        .with("EndDateTimeUtc", LcsTexts.plainDate(it.endedAt()))
        .with("Status", it.state().word())
        .with("ActivityId", LcsTexts.digits(it.activityId()))
        .with("EnvironmentId", LcsTexts.digits(it.environment()))
        .with("ProjectId", it.project().value());
  }

  private static Fields history(OperationKind kind, String name) {
    return Fields.of("Name", name).with("Type", kind.word()).with("TypeDisplay", kind.display());
  }

  /** Where an operation stands; the ids have no dashes. */
  Fields status(Operation it) {
    return Fields.of("ProjectId", it.project().value())
        .with("EnvironmentId", LcsTexts.digits(it.environment()))
        .with("ActivityId", LcsTexts.digits(it.activityId()))
        .with("CompletionDate", completionDate(it))
        .with("OperationStatus", state(it).word());
  }

  /** Where a database movement stands: its ids have dashes, and the project is text (DOC). */
  Fields databaseStatus(Operation it) {
    return Fields.of("ProjectId", it.project().toString())
        .with("EnvironmentId", LcsTexts.dashed(it.environment()))
        .with("ActivityId", LcsTexts.dashed(it.activityId()))
        .with("CompletionDate", completionDate(it))
        .with("OperationStatus", state(it).word());
  }

  private @Nullable String completionDate(Operation it) {
    Instant end = end(it);
    return end == null ? null : LcsTexts.usDate(end);
  }

  private OperationState state(Operation it) {
    return it.state(world.clock().age());
  }

  /** Never before the start: the world may have aged faster then. */
  private @Nullable Instant end(Operation it) {
    if (!it.hasEnded(world.clock().age())) {
      return null;
    }
    Instant end = it.endAge().map(world.clock()::instantOf).orElse(it.startedAt());
    return end.isBefore(it.startedAt()) ? it.startedAt() : end;
  }
}
