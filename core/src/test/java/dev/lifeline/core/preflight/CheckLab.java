package dev.lifeline.core.preflight;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Surroundings;
import dev.lifeline.core.connection.ConnectionMemory;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.time.Time;
import dev.lifeline.emulator.scenario.Received;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks connections to an emulator; each field is what a test changes. */
final class CheckLab implements AutoCloseable {
  final Lab lab = new Lab();
  final List<CheckStep> told = new ArrayList<>();
  final List<Realm> remembered = new ArrayList<>();
  String username = lab.username("deploy");
  Secret password = lab.password();
  AuthenticationEndpoint authority = lab.authority();
  ApiEndpoint api = lab.apiEndpoint();
  NetworkSettings network = lab.network();
  Time time = lab.time;
  @Nullable Realm realm;
  @Nullable ProjectId project = Lab.PROJECT;
  @Nullable Places places;
  Origin origin = Origin.STORED;

  CheckLab() throws IOException {}

  /** As an account of the ready-made tenant. */
  CheckLab as(String account) {
    username = lab.username(account);
    return this;
  }

  List<CheckStep> run() {
    ServiceConnection connection =
        new ServiceConnection("contoso", authority, api, username, lab.clientId(), null, null);
    UsableConnection usable =
        new UsableConnection(connection, new Credential.Password(password), realm, memory());
    Surroundings surroundings =
        new Surroundings(time, new Random(1), UUID::randomUUID, lab.events::add);
    try (Lifeline lifeline = new Lifeline(usable, network, surroundings)) {
      return lifeline.connectionCheck().run(new CheckOrder(project, places, origin), told::add);
    }
  }

  /** The one step of that kind. */
  static CheckStep step(List<CheckStep> steps, Prerequisite what) {
    return steps.stream().filter(step -> step.what() == what).findFirst().orElseThrow();
  }

  List<Received> signIns() {
    return lab.received("entra", "/token");
  }

  /** What LCS received, in each of its geographies. */
  List<Received> lcs() {
    return lab.emulator.received().list().stream()
        .filter(it -> it.service().endsWith("lcs"))
        .toList();
  }

  ApiEndpoint otherApi() {
    return new ApiEndpoint(lab.emulator.addresses().otherApiEndpoint());
  }

  @Override
  public void close() {
    lab.close();
  }

  private ConnectionMemory memory() {
    return new ConnectionMemory() {
      @Override
      public void realmFound(Realm found) {
        remembered.add(found);
      }

      @Override
      public void used(Credential current) {}
    };
  }
}
