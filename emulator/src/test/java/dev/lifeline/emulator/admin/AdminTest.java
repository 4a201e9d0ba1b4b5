package dev.lifeline.emulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.world.Password;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminTest {

  private final Lab lab;

  AdminTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void the_root_lists_the_routes() throws Exception {
    Lab.Answer answer = lab.send(lab.admin("/"));

    assertThat((List<?>) answer.json().get("routes"))
        .isEqualTo(
            List.of(
                "GET /",
                "GET /world",
                "POST /accounts",
                "POST /assets/{id}",
                "POST /settings",
                "GET /device-codes",
                "POST /device-codes/{code}",
                "GET /operations",
                "POST /operations/{activity}",
                "GET /outcomes",
                "POST /outcomes",
                "DELETE /outcomes",
                "GET /faults",
                "POST /faults",
                "DELETE /faults",
                "GET /received",
                "DELETE /received"));
  }

  @Test
  void the_world_is_shown_without_its_secrets() throws Exception {
    String world = lab.send(lab.admin("/world")).body();

    assertThat(world)
        .contains("newcomer", "contoso-test", "contoso-release-1.zip")
        .doesNotContain(
            lab.emulator.addresses().password().text(),
            lab.emulator.world().state().signingKey().pkcs8());
  }

  @Test
  void an_account_can_be_added() throws Exception {
    lab.order("/accounts", Map.of("name", "anna", "signIn", "works", "role", "reader"));

    String token = lab.token("anna");

    int status = lab.send(lab.lcs("/box/fileasset/GetAssets/1234567?fileType=10", token)).status();
    assertThat(status).isEqualTo(200);
  }

  @Test
  void an_account_can_be_replaced() throws Exception {
    lab.order("/accounts", Map.of("name", "deploy", "signIn", "mfa"));

    assertThat(lab.signIn(Map.of()).json()).containsEntry("error_codes", List.of(50076));
  }

  @Test
  void an_account_can_be_added_to_another_tenant() throws Exception {
    lab.order(
        "/accounts",
        Map.of(
            "name", "anna",
            "tenant", "adatum.example",
            "project", 2345678,
            "directoryRole", "application-administrator"));

    String world = lab.send(lab.admin("/world")).body();

    assertThat(world).contains("anna@adatum.example").doesNotContain("anna@contoso.example");
    assertThat(lab.emulator.world().directoryOfTenant("adatum.example").orElseThrow())
        .satisfies(
            it ->
                assertThat(
                        it.account("anna@adatum.example").orElseThrow().administersApplications())
                    .isTrue());
  }

  @Test
  void an_account_that_is_replaced_keeps_its_password() throws Exception {
    var world = lab.emulator.world();
    var before = world.directory().account(lab.username("reader")).orElseThrow();
    world.changePassword(before, new Password("another one"));

    lab.order("/accounts", Map.of("name", "reader", "role", "owner"));

    Map<String, String> signIn =
        Map.of("username", lab.username("reader"), "password", "another one");
    assertThat(lab.signIn(signIn).status()).isEqualTo(200);
  }

  @Test
  void an_account_can_be_taken_out_of_the_project() throws Exception {
    lab.order("/accounts", Map.of("name", "deploy", "role", "none"));

    assertThat(lab.get("/box/fileasset/GetAssets/1234567?fileType=10").status()).isEqualTo(403);
  }

  @Test
  void an_asset_can_be_given_a_hostile_file_name() throws Exception {
    String id = lab.asset("contoso-release-1.zip").toString();

    lab.order("/assets/" + id, Map.of("fileName", "..\\..\\evil.zip"));

    assertThat(lab.get("/box/fileasset/GetFileAsset/1234567?assetId=" + id).text("FileName"))
        .isEqualTo("..\\..\\evil.zip");
  }

  @Test
  void the_time_scale_can_be_changed_while_an_asset_is_validated() throws Exception {
    String id = lab.upload("release.zip", 10);
    String path = "/box/fileasset/GetFileAssetValidationStatus/1234567?assetId=" + id;

    lab.order("/settings", Map.of("timeScale", 3600));
    lab.clock.turn(java.time.Duration.ofSeconds(1));

    assertThat(lab.get(path).text("DisplayStatus")).isEqualTo("Done");
  }

  @ParameterizedTest
  @CsvSource({
    "/faults,   service, moon,        '\"service\" is entra, lcs, other-lcs, graph or blob'",
    "/faults,   action,  explode,     '\"service\" is required'",
    "/accounts, nmae,    anna,        'unknown field \"nmae\"'",
    "/accounts, name,    a@b,         'before the @'",
    "/settings, pageSize, many,       '\"pageSize\" is a number'",
    "/assets/1, fileName, x,          'no asset id'",
    "/accounts, tenant,  nowhere,     '\"name\" is required'",
    "/operations/1, outcome, fails,    'no activity id'",
    "/operations/1, outcome, explodes, 'does not know explodes'",
    "/outcomes, times,   2,            '\"times\" is a number'",
    "/outcomes, outcomes, fails,       'unknown field'",
    "/settings, rateLimits, on,        '\"rateLimits\" is true or false'",
    "/device-codes/X, username, admin, 'no such device code waits'",
  })
  void a_mistake_is_answered_with_what_was_expected(
      String path, String field, String value, String message) throws Exception {
    Lab.Answer answer = lab.order(path, Map.of(field, value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).contains(message);
  }

  @Test
  void a_page_under_a_name_that_was_bent_to_loopback_is_kept_out() throws Exception {
    assertThat(raw("Host: evil.example")).startsWith("HTTP/1.1 403");
    assertThat(raw("Host: 127.0.0.1")).startsWith("HTTP/1.1 200");
  }

  @Test
  void a_page_of_another_origin_is_kept_out() throws Exception {
    Lab.Answer answer = lab.send(lab.admin("/world").header("Origin", "https://evil.example"));

    assertThat(answer.status()).isEqualTo(403);
  }

  private String raw(String hostHeader) throws Exception {
    URI admin = lab.emulator.addresses().adminEndpoint();
    try (var socket = lab.trust().getSocketFactory().createSocket("localhost", admin.getPort())) {
      String request = "GET / HTTP/1.1\r\n" + hostHeader + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return readAll(socket.getInputStream());
    }
  }

  private static String readAll(java.io.InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
