package dev.lifeline.core.servicing;

import dev.lifeline.core.Lab;
import dev.lifeline.core.database.DatabaseMovement;
import dev.lifeline.core.deployment.DeploymentOrder;
import dev.lifeline.core.deployment.Deployments;
import dev.lifeline.core.environment.EnvironmentPower;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.lookup.EnvironmentLookup;
import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of the program.
 *
 * @param lcs the way to LCS
 * @param servicing what starts and follows
 * @param time the clock
 * @param lab what there is in LCS
 */
record Program(LcsClient lcs, Servicing servicing, Time time, FaultyLab lab) {
  /** Few looks, so that all pairs of faults can be tried. */
  private static final Patience PATIENCE =
      Patience.of(Duration.ofMinutes(25), Duration.ofHours(12));

  void deploy(DeploymentType type, Consumer<Started> begun) {
    deployments().run(Lab.PROJECT, order(type), PATIENCE, begun);
  }

  void beginToDeploy(DeploymentType type, Consumer<Started> begun) {
    begun.accept(deployments().start(Lab.PROJECT, order(type)));
  }

  void export(Consumer<Started> begun) {
    follow(
        new DatabaseMovement(lcs, servicing)
            .export(Lab.PROJECT, environment("contoso-test"), "nightly", true),
        begun);
  }

  void refresh(Consumer<Started> begun) {
    DatabaseMovement.Refresh refresh =
        new DatabaseMovement.Refresh(
            environment("contoso-production"), environment("contoso-test"));
    follow(new DatabaseMovement(lcs, servicing).refresh(Lab.PROJECT, refresh, true), begun);
  }

  void startEnvironment(Consumer<Started> begun) {
    Environment stopped = environment(FaultyLab.STOPPED);
    follow(new EnvironmentPower(lcs, servicing).start(Lab.PROJECT, stopped, true), begun);
  }

  void stopEnvironment(Consumer<Started> begun) {
    Environment running = environment(FaultyLab.RUNNING);
    follow(new EnvironmentPower(lcs, servicing).stop(Lab.PROJECT, running, true), begun);
  }

  private void follow(Started started, Consumer<Started> begun) {
    begun.accept(started);
    servicing.follow(started.operation(), PATIENCE);
  }

  private Environment environment(String name) {
    return new EnvironmentLookup(lcs).environment(Lab.PROJECT, name);
  }

  private Deployments deployments() {
    return new Deployments(lcs, servicing, time);
  }

  private DeploymentOrder order(DeploymentType type) {
    String commerce = "contoso-commerce";
    return switch (type) {
      case HQ -> order(type, "contoso-test", null, "contoso-release-1.zip");
      case HQONPREM -> order(type, "contoso-onprem", null, "contoso-release-1.zip");
      case CSU -> order(type, commerce, "Köln & Bonn", "contoso-store-extension.zip");
      case ECOM -> order(type, commerce, lab.eCommerce(commerce), "contoso-online-store.zip");
    };
  }

  private DeploymentOrder order(
      DeploymentType type, String environment, @Nullable String part, String fileName) {
    return new DeploymentOrder(
        new DeploymentTarget(type, lab.environment(environment), part),
        lab.asset(fileName),
        type.namesItsUpdate() ? "nightly" : null);
  }
}
