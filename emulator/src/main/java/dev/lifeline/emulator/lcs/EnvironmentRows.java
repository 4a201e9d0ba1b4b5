package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.EnvironmentType;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.OperationState;
import dev.lifeline.emulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Environments and operations as LCS writes them; any field of an environment may be null. */
final class EnvironmentRows {

  private final World world;

  EnvironmentRows(World world) {
    this.world = world;
  }

  /** A row of the environment list. */
  Fields environment(Environment it) {
    boolean selfService = it.infrastructure().equals("SelfService");
    boolean serviced = world.running(it).isPresent();
    return Fields.of("EnvironmentId", LcsTexts.dashed(it.id()))
        .with("EnvironmentName", it.name())
        .with("ProjectId", it.project().value())
        .with("EnvironmentInfrastructure", it.infrastructure())
        .with("EnvironmentType", it.type().word())
        .with("EnvironmentGroup", "Primary")
        .with("EnvironmentProduct", "Finance and Operations")
        .with(
            "EnvironmentEndpointBaseUrl",
            "https://" + it.name().toLowerCase(Locale.ROOT) + ".sandbox.operations.contoso.example")
        .with("DeploymentState", serviced ? "Servicing" : "Finished")
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
        .with("DeploymentStatusDisplay", serviced ? "Servicing" : "Deployed")
        .with("CanStart", !selfService)
        .with("CanStop", !selfService)
        .with("MaintenanceWindows", List.of());
  }

  /** A row of an environment's history; its ids have no dashes. */
  Fields history(Operation it) {
    Instant end = end(it);
    return Fields.of("Name", it.name())
        .with("Type", "ApplicationHotfix")
        .with("TypeDisplay", "Application deployable package")
        .with("StartDateTimeUtc", LcsTexts.plainDate(it.startedAt()))
        .with("EndDateTimeUtc", end == null ? null : LcsTexts.plainDate(end))
        .with("Status", state(it).word())
        .with("ActivityId", LcsTexts.digits(it.activityId()))
        .with("EnvironmentId", LcsTexts.digits(it.environment()))
        .with("ProjectId", it.project().value());
  }

  /** Where an operation stands; the ids have no dashes. */
  Fields status(Operation it) {
    Instant end = end(it);
    return Fields.of("ProjectId", it.project().value())
        .with("EnvironmentId", LcsTexts.digits(it.environment()))
        .with("ActivityId", LcsTexts.digits(it.activityId()))
        .with("CompletionDate", end == null ? null : LcsTexts.usDate(end))
        .with("OperationStatus", state(it).word());
  }

  private OperationState state(Operation it) {
    return it.state(world.clock().age());
  }

  private @Nullable Instant end(Operation it) {
    return state(it).hasEnded()
        ? it.startedAt().plus(world.clock().real(it.outcome().duration()))
        : null;
  }
}
