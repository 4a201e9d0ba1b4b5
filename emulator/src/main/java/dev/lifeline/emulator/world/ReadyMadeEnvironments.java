package dev.lifeline.emulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The environments of a new world, one of each kind, and what was done to them before it began. The
 * history of {@code contoso-test} is empty, that of {@code contoso-uat} the longest.
 */
final class ReadyMadeEnvironments {

  private static final List<String> SCALE_UNITS = List.of("contoso-csu", "Köln & Bonn");

  private final Supplier<UUID> ids;
  private final Instant now;
  private final double timeScale;
  private final List<Environment> environments = new ArrayList<>();
  private final List<PastOperation> past = new ArrayList<>();

  /**
   * Makes them.
   *
   * @param ids where their ids come from
   * @param now the moment at which the world begins
   * @param timeScale how fast it ages: what is past took as long as it would take now
   */
  ReadyMadeEnvironments(Supplier<UUID> ids, Instant now, double timeScale) {
    this.ids = ids;
    this.now = now;
    this.timeScale = timeScale;
    makeContoso();
    make(
        ReadyMadeWorld.OTHER_PROJECT,
        "upgrade-test",
        EnvironmentType.SANDBOX,
        Infrastructure.SELF_SERVICE);
    make(
        ReadyMadeWorld.OTHER_PROJECT,
        "upgrade-production",
        EnvironmentType.PRODUCTION,
        Infrastructure.SELF_SERVICE);
    make(
        ReadyMadeWorld.ADATUM_PROJECT,
        "adatum-test",
        EnvironmentType.SANDBOX,
        Infrastructure.SELF_SERVICE);
  }

  List<Environment> environments() {
    return environments;
  }

  List<PastOperation> past() {
    return past;
  }

  private void makeContoso() {
    makeContoso("contoso-test", EnvironmentType.SANDBOX, Infrastructure.SELF_SERVICE);
    addUpdates(makeContoso("contoso-uat", EnvironmentType.SANDBOX, Infrastructure.SELF_SERVICE));
    Environment production =
        makeContoso("contoso-production", EnvironmentType.PRODUCTION, Infrastructure.SELF_SERVICE);
    add(production, Done.well(OperationKind.ADD_IN, "Finance insights", 90, 9));
    makeContoso("contoso-build", EnvironmentType.BUILD, Infrastructure.CUSTOMER_MANAGED);
    Environment premises =
        makeContoso("contoso-onprem", EnvironmentType.SANDBOX, Infrastructure.ON_PREMISES);
    add(premises, Done.well(OperationKind.ON_PREMISES_PREPARATION, "Release 41", 20, 19));
    add(premises, Done.well(OperationKind.ON_PREMISES_DEPLOYMENT, "Release 41", 19, 63));
    Environment commerce =
        makeContoso("contoso-commerce", EnvironmentType.SANDBOX, Infrastructure.SELF_SERVICE);
    add(commerce, Done.well(OperationKind.SCALE_UNIT_UPDATE, "Contoso store extension", 12, 31));
    add(commerce, Done.well(OperationKind.E_COMMERCE_UPDATE, "Contoso online store", 11, 42));
    environments.set(
        environments.indexOf(commerce), commerce.withCommerce(SCALE_UNITS, List.of(ids.get())));
    makeContoso("contoso-dev", EnvironmentType.SANDBOX, Infrastructure.CUSTOMER_MANAGED);
  }

  private void addUpdates(Environment uat) {
    add(uat, Done.well(OperationKind.UPDATE, "Release 37", 49, 71));
    add(uat, Done.well(OperationKind.UPDATE, "Release 38", 42, 64));
    add(uat, Done.well(OperationKind.DATABASE_REFRESH, "Refresh database", 40, 47));
    add(uat, new Done(OperationKind.UPDATE, "Release 39", 35, 38, OperationState.FAILED));
    add(uat, Done.well(OperationKind.UPDATE, "Release 39", 34, 61));
    add(uat, Done.well(OperationKind.ADD_IN, "Dual-write", 30, 8));
    add(
        uat,
        new Done(OperationKind.UPDATE, "Release 40", 28, 55, OperationState.ROLLBACK_COMPLETED));
    add(uat, Done.well(OperationKind.UPDATE, "Release 41", 21, 58));
  }

  /** What was done, how long ago, and how many of the world's minutes it took. */
  private record Done(
      OperationKind kind, String name, int daysAgo, int minutes, OperationState state) {

    static Done well(OperationKind kind, String name, int daysAgo, int minutes) {
      return new Done(kind, name, daysAgo, minutes, kind.success());
    }
  }

  private void add(Environment environment, Done done) {
    Instant started = now.minus(Duration.ofDays(done.daysAgo()));
    long millis = Math.round(Duration.ofMinutes(done.minutes()).toMillis() / timeScale);
    past.add(
        new PastOperation(
            ids.get(),
            environment.project(),
            environment.id(),
            done.kind(),
            done.name(),
            started,
            started.plusMillis(millis),
            done.state()));
  }

  private Environment makeContoso(
      String name, EnvironmentType type, Infrastructure infrastructure) {
    return make(ReadyMadeWorld.PROJECT, name, type, infrastructure);
  }

  private Environment make(
      ProjectId project, String name, EnvironmentType type, Infrastructure infrastructure) {
    Instant deployed = now.minus(Duration.ofDays(400));
    Environment environment =
        new Environment(
            ids.get(), project, name, type, infrastructure, deployed, List.of(), List.of());
    environments.add(environment);
    return environment;
  }
}
