package dev.lifeline.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.emulator.json.Json;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorTest {

  @TempDir Path folder;

  @Test
  void the_ready_file_holds_what_a_person_needs_to_connect() throws Exception {
    try (Lab lab = new Lab()) {
      Map<String, Object> ready = Json.parseObject(lab.emulator.readyJson());

      assertThat(ready)
          .containsOnlyKeys(
              "authenticationEndpoint",
              "apiEndpoint",
              "otherApiEndpoint",
              "graphEndpoint",
              "blobEndpoint",
              "adminEndpoint",
              "caCertificate",
              "tenantDomain",
              "clientId",
              "username",
              "administrator",
              "password",
              "projectId")
          .containsEntry("username", "deploy@contoso.example")
          .containsEntry("administrator", "admin@contoso.example")
          .containsEntry("password", lab.emulator.addresses().password().text())
          .containsEntry("projectId", 1234567);
      assertThat((String) ready.get("authenticationEndpoint"))
          .matches("https://localhost:[0-9]+/organizations");
    }
  }

  @Test
  void the_password_is_in_no_text_but_the_ready_file() throws Exception {
    try (Lab lab = new Lab()) {
      String password = lab.emulator.addresses().password().text();
      String key = lab.emulator.world().state().signingKey().pkcs8();

      assertThat(lab.emulator.addresses().toString()).doesNotContain(password);
      assertThat(lab.emulator.world().state().toString()).doesNotContain(password, key);
    }
  }

  @Test
  void a_world_with_a_state_folder_goes_on_after_a_restart() throws Exception {
    EmulatorSettings settings =
        EmulatorSettings.DEFAULTS.withTimeScale(Lab.SCALE).withStateFolder(folder);
    TurnedClock clock = new TurnedClock();
    String token;
    Addresses before;
    String id;
    try (Lab lab = new Lab(settings, clock)) {
      token = lab.token();
      before = lab.emulator.addresses();
      id = lab.upload("kept.zip", 10);
      lab.passMinutes(7);
    }

    try (Lab lab = new Lab(settings, clock)) {
      Lab.Answer asset =
          lab.get("/box/fileasset/GetFileAssetValidationStatus/1234567?assetId=" + id);

      assertThat(lab.emulator.addresses().password()).isEqualTo(before.password());
      assertThat(lab.emulator.addresses().clientId()).isEqualTo(before.clientId());
      assertThat(asset.json())
          .containsEntry("FileName", "kept.zip")
          .containsEntry("DisplayStatus", "Done");
      assertThat(token).isNotEmpty();
    }
  }

  @Test
  void an_operation_survives_a_restart_and_goes_on_meanwhile() throws Exception {
    EmulatorSettings settings =
        EmulatorSettings.DEFAULTS.withTimeScale(Lab.SCALE).withStateFolder(folder);
    TurnedClock clock = new TurnedClock();
    String activity;
    try (Lab lab = new Lab(settings, clock)) {
      activity =
          lab.post(
                  "/environment/v2/applyupdate/project/1234567/environment/%s/asset/%s?updateName=x"
                      .formatted(
                          lab.environment("contoso-test"), lab.asset("contoso-release-1.zip")),
                  null)
              .text("OperationActivityId");
      lab.passMinutes(30);
    }

    try (Lab lab = new Lab(settings, clock)) {
      String path =
          "/environment/v2/fetchstatus/project/1234567/environment/%s/operationactivity/%s"
              .formatted(lab.environment("contoso-test"), activity);
      assertThat(lab.get(path).text("OperationStatus")).isEqualTo("InProgress");
      lab.passMinutes(30);
      assertThat(lab.get(path).text("OperationStatus")).isEqualTo("Completed");
    }
  }

  @Test
  void the_state_is_readable_by_its_owner_only() throws Exception {
    try (Lab lab = new Lab(EmulatorSettings.DEFAULTS.withStateFolder(folder), new TurnedClock())) {
      Path world = folder.resolve("world.json");

      assertThat(Files.readString(world)).contains(lab.emulator.addresses().clientId().toString());
      if (Files.getFileStore(world).supportsFileAttributeView("posix")) {
        assertThat(Files.getPosixFilePermissions(world)).hasSize(2);
      }
    }
  }

  @Test
  void a_state_of_an_older_emulator_is_named_and_left_alone() throws Exception {
    String older = "{\"directory\": {}, \"lifecycle\": {}}";
    Path world = Files.writeString(folder.resolve("world.json"), older);

    assertThatThrownBy(
            () -> new Lab(EmulatorSettings.DEFAULTS.withStateFolder(folder), new TurnedClock()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("world.json")
        .hasMessageContaining("another version");
    assertThat(world).hasContent(older);
  }

  @Test
  void the_temporary_folder_goes_with_the_emulator() throws Exception {
    Path ca;
    try (Lab lab = new Lab()) {
      ca = lab.emulator.addresses().caCertificate();
      assertThat(ca).exists();
    }

    assertThat(ca.getParent()).doesNotExist();
  }

  @Test
  void an_interrupted_thread_closes_it_whole_and_stays_interrupted() throws Exception {
    Lab lab = new Lab();
    Path ca = lab.emulator.addresses().caCertificate();

    Thread.currentThread().interrupt();
    lab.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ca.getParent()).doesNotExist();
  }

  @Test
  void every_thread_ends_with_the_emulator() throws Exception {
    List<Thread> threads;
    try (Lab lab = new Lab()) {
      lab.token();
      String name = "loopback-" + lab.emulator.addresses().authenticationEndpoint().getPort();
      threads =
          Thread.getAllStackTraces().keySet().stream()
              .filter(it -> it.getName().equals(name))
              .toList();
      assertThat(threads).isNotEmpty();
    }

    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  @Test
  void a_damaged_state_is_named_and_left_alone() throws Exception {
    Path world = Files.writeString(folder.resolve("world.json"), "{\"directory\": 1");

    assertThatThrownBy(
            () -> new Lab(EmulatorSettings.DEFAULTS.withStateFolder(folder), new TurnedClock()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("world.json");
    assertThat(world).hasContent("{\"directory\": 1");
  }

  @Test
  void a_chosen_port_is_entra_ids_and_the_others_follow() throws Exception {
    int port = freeRange();

    try (Lab lab = new Lab(EmulatorSettings.DEFAULTS.withPort(port), new TurnedClock())) {
      Addresses addresses = lab.emulator.addresses();

      assertThat(addresses.authenticationEndpoint()).hasPort(port);
      assertThat(addresses.apiEndpoint()).hasPort(port + 1);
      assertThat(addresses.graphEndpoint()).hasPort(port + 2);
      assertThat(addresses.blobEndpoint()).hasPort(port + 3);
      assertThat(addresses.adminEndpoint()).hasPort(port + 4);
      assertThat(addresses.otherApiEndpoint()).hasPort(port + 5);
    }
  }

  @Test
  void a_taken_port_leaves_nothing_open() throws Exception {
    int port = freeRange();
    EmulatorSettings settings = EmulatorSettings.DEFAULTS.withPort(port);
    try (Lab first = new Lab(settings, new TurnedClock())) {
      assertThat(first.token()).isNotEmpty();
      assertThatThrownBy(() -> new Lab(settings.withPort(port - 1), new TurnedClock()))
          .isInstanceOf(BindException.class);
    }

    try (Lab again = new Lab(settings.withPort(port - 1), new TurnedClock())) {
      assertThat(again.token()).isNotEmpty();
    }
  }

  @Test
  void the_defaults_are_known() {
    assertThat(EmulatorSettings.DEFAULTS)
        .isEqualTo(new EmulatorSettings(0, 360, null, null, false));
  }

  /** Seven ports in a row that nobody has at the moment; the first is left to the test. */
  private static int freeRange() throws IOException {
    for (int start = 42_000; start < 60_000; start += 10) {
      if (allFree(start)) {
        return start + 1;
      }
    }
    throw new IOException("no free ports");
  }

  private static boolean allFree(int start) {
    for (int port = start; port <= start + 6; port++) {
      try (var socket = new java.net.ServerSocket(port)) {
        assertThat(socket.isBound()).isTrue();
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
