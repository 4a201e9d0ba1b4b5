package dev.lifeline.core.servicing;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Surroundings;
import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.deployment.DeploymentOrder;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.time.Time;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An emulator, and Lifeline with a home folder, so that one run finds what another left. */
public final class ServicingLab implements AutoCloseable {
  public final Lab lab;
  private final Path home;
  private final List<Lifeline> runs = new ArrayList<>();

  public ServicingLab(Path folder) throws IOException {
    this.lab = new Lab();
    this.home = folder.resolve("home");
    connections()
        .create(
            new ServiceConnection(
                "contoso",
                lab.authority(),
                lab.apiEndpoint(),
                lab.username(Lab.WORKING_ACCOUNT),
                lab.clientId(),
                null,
                Lab.PROJECT),
            new Credential.Password(lab.password()),
            null);
  }

  /** Lifeline as a new process has it. */
  public Lifeline run() {
    return run(lab.time);
  }

  /** The same in a time of its own. */
  public Lifeline run(Time time) {
    Lifeline lifeline =
        new Lifeline(
            connections().open("contoso"),
            lab.network(),
            new Surroundings(time, new Random(1), UUID::randomUUID, lab.events::add));
    runs.add(lifeline);
    return lifeline;
  }

  private ConnectionFolder connections() {
    return new ConnectionFolder(home, lab.time);
  }

  /** The operations that were started in LCS. */
  public List<Operation> operations() {
    return lab.emulator.world().lifecycle().operations();
  }

  /** The answers to the next starts never come, although LCS carries them out. */
  public void loseAnswers(String path) {
    lab.answer(Fault.once("lcs", "POST", path, new FaultAction.LoseAnswer()));
  }

  /** The next start is cut off before LCS does anything. */
  public void cutOff(String path) {
    lab.answer(Fault.once("lcs", "POST", path, new FaultAction.CutBefore()));
  }

  /** An order of the type, for the environment of the ready-made world that takes it. */
  public DeploymentOrder order(DeploymentType type, String name) {
    return switch (type) {
      case HQ -> order(of(type, "contoso-test", null), "contoso-release-1.zip", name);
      case HQONPREM -> order(of(type, "contoso-onprem", null), "contoso-release-1.zip", name);
      case CSU ->
          order(of(type, "contoso-commerce", "Köln & Bonn"), "contoso-store-extension.zip", null);
      case ECOM ->
          order(
              of(type, "contoso-commerce", eCommerceEnvironment()),
              "contoso-online-store.zip",
              null);
    };
  }

  /** An order for one of the ready-made environments. */
  public DeploymentTarget of(DeploymentType type, String environment, @Nullable String part) {
    return new DeploymentTarget(type, lab.environment(environment), part);
  }

  private DeploymentOrder order(DeploymentTarget target, String fileName, @Nullable String name) {
    return new DeploymentOrder(target, lab.asset(fileName), name);
  }

  private String eCommerceEnvironment() {
    EnvironmentId id = lab.environment("contoso-commerce");
    return lab.emulator.world().lifecycle().environments().stream()
        .filter(it -> it.id().toString().equals(id.value()))
        .map(Environment::eCommerce)
        .map(ids -> ids.get(0).toString())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    runs.forEach(Lifeline::close);
    lab.close();
  }
}
