package dev.lifeline.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceCodeTest {

  private static final String ADMINISTRATOR = "admin@contoso.example";
  private static final String WRITING = "Application.ReadWrite.All User.Read offline_access";

  private final Lab lab;

  DeviceCodeTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_code_comes_with_all_that_a_person_needs() throws Exception {
    Lab.Answer begun = device().begun();

    String page =
        lab.emulator.addresses().authenticationEndpoint().resolve("/devicelogin").toString();
    assertThat(begun.status()).isEqualTo(200);
    assertThat(begun.json())
        .containsEntry("verification_uri", page)
        .containsEntry("expires_in", 900)
        .containsEntry("interval", 5)
        .containsKey("device_code");
    assertThat(begun.text("user_code"))
        .matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
    assertThat(begun.text("message")).contains(page, begun.text("user_code"));
  }

  @Test
  void the_device_waits_until_somebody_has_signed_in() throws Exception {
    Device device = device();

    Lab.Answer before = device.ask();
    device.approveAs(ADMINISTRATOR);
    lab.clock.turn(Duration.ofSeconds(5));
    Lab.Answer after = device.ask();

    assertThat(before.status()).isEqualTo(400);
    assertThat(before.json())
        .containsEntry("error", "authorization_pending")
        .containsEntry("error_codes", List.of(70016));
    assertThat(claims(after))
        .containsEntry("upn", ADMINISTRATOR)
        .containsEntry("scp", "Application.ReadWrite.All User.Read offline_access")
        .containsEntry("amr", List.of("pwd", "mfa"));
    assertThat(after.text("refresh_token")).isNotEmpty();
  }

  @Test
  void a_device_that_asks_too_soon_is_told_to_slow_down() throws Exception {
    Device device = device();
    device.ask();

    Lab.Answer tooSoon = device.ask();
    lab.clock.turn(Duration.ofSeconds(5));
    Lab.Answer inTime = device.ask();

    assertThat(tooSoon.json()).containsEntry("error", "slow_down");
    assertThat(inTime.json()).containsEntry("error", "authorization_pending");
  }

  @Test
  void lifetime_and_interval_can_be_chosen() throws Exception {
    lab.order("/settings", Map.of("deviceCodeLifetimeSeconds", 30, "deviceCodeIntervalSeconds", 0));

    Device device = device();
    device.ask();

    assertThat(device.begun().json()).containsEntry("expires_in", 30).containsEntry("interval", 0);
    assertThat(device.ask().json()).containsEntry("error", "authorization_pending");
  }

  @Test
  void a_code_that_nobody_enters_expires() throws Exception {
    Device device = device();

    lab.clock.turn(Duration.ofMinutes(15));

    assertThat(device.ask().json())
        .containsEntry("error", "expired_token")
        .containsEntry("error_codes", List.of(70019));
    assertThat(device.approveAs(ADMINISTRATOR).status()).isEqualTo(400);
  }

  @Test
  void a_person_may_decline() throws Exception {
    Device device = device();

    device.decline();

    assertThat(device.ask().json()).containsEntry("error", "authorization_declined");
  }

  @Test
  void a_code_is_good_once_and_for_one_application() throws Exception {
    Device device = device();
    device.approveAs(ADMINISTRATOR);

    Lab.Answer other = device.ask(lab.emulator.addresses().clientId().toString());
    Lab.Answer first = device.ask();
    Lab.Answer second = device.ask();

    assertThat(other.json()).containsEntry("error", "bad_verification_code");
    assertThat(first.status()).isEqualTo(200);
    assertThat(second.json()).containsEntry("error_codes", List.of(70018));
  }

  @Test
  void the_short_name_of_the_grant_is_good_too() throws Exception {
    Device device = device();
    device.approveAs(ADMINISTRATOR);

    Lab.Answer answer =
        lab.post(
            lab.v2TokenUrl("organizations"),
            Map.of(
                "grant_type",
                "device_code",
                "device_code",
                device.begun().text("device_code"),
                "client_id",
                Device.GRAPH_TOOLS));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void a_policy_that_blocks_passwords_lets_device_codes_through() throws Exception {
    String client = lab.clientId("fabrikam.example", "LCS automation");
    Device device = new Device(lab, "fabrikam.example", client, lab.lcsScope());

    device.approveAs("deploy@fabrikam.example");

    assertThat(claims(device.ask())).containsEntry("scp", "user_impersonation");
  }

  @Test
  void the_tools_of_graph_work_in_a_tenant_that_has_no_application() throws Exception {
    Device device = new Device(lab, "adatum.example", Device.GRAPH_TOOLS, WRITING);

    device.approveAs("admin@adatum.example");

    assertThat(device.ask().status()).isEqualTo(200);
  }

  @Test
  void only_an_administrator_consents_to_permissions_that_change_applications() throws Exception {
    Device device = device();

    device.approveAs("deploy@contoso.example");

    assertThat(device.ask().json()).containsEntry("error_codes", List.of(90094));
  }

  @Test
  void a_refresh_token_of_the_tools_keeps_what_was_agreed_to() throws Exception {
    Device device = device();
    device.approveAs(ADMINISTRATOR);
    Map<String, String> renewal =
        Map.of(
            "grant_type",
            "refresh_token",
            "refresh_token",
            device.ask().text("refresh_token"),
            "client_id",
            Device.GRAPH_TOOLS,
            "scope",
            "Application.ReadWrite.All");

    assertThat(claims(lab.post(lab.v2TokenUrl("organizations"), renewal)))
        .containsEntry("scp", "Application.ReadWrite.All");
  }

  @Test
  void the_tools_of_graph_get_nothing_by_password_and_nothing_of_lcs() throws Exception {
    Lab.Answer password =
        lab.signIn(Map.of("client_id", Device.GRAPH_TOOLS, "scope", "Application.Read.All"));
    Device device = new Device(lab, "organizations", Device.GRAPH_TOOLS, lab.lcsScope());
    device.approveAs(ADMINISTRATOR);

    assertThat(password.json()).containsEntry("error_codes", List.of(65001));
    assertThat(device.ask().json()).containsEntry("error_codes", List.of(65002));
  }

  @ParameterizedTest
  @CsvSource({
    "common,          14d82eec-204b-4c2f-b7e8-296a70dab67e, User.Read, 90133",
    "nowhere.example, 14d82eec-204b-4c2f-b7e8-296a70dab67e, User.Read, 90002",
    "organizations,   11111111-2222-3333-4444-555555555555, User.Read, 700016",
    "contoso.example, 11111111-2222-3333-4444-555555555555, User.Read, 700016",
    "organizations,   14d82eec-204b-4c2f-b7e8-296a70dab67e, nonsense,  70011",
  })
  void a_faulty_request_gets_no_code(String tenant, String client, String scope, int code)
      throws Exception {
    Lab.Answer begun = new Device(lab, tenant, client, scope).begun();

    assertThat(begun.status()).isEqualTo(400);
    assertThat(begun.json()).containsEntry("error_codes", List.of(code));
  }

  @Test
  void the_admin_endpoint_lists_the_codes_that_wait() throws Exception {
    Device waiting = device();
    device().decline();

    Lab.Answer list = lab.send(lab.admin("/device-codes"));

    assertThat((List<?>) list.json().get("deviceCodes"))
        .singleElement()
        .extracting(it -> (Object) ((Map<?, ?>) it).get("userCode"))
        .isEqualTo(waiting.userCode());
    assertThat(list.body()).doesNotContain(waiting.begun().text("device_code"));
  }

  @Test
  void an_approval_needs_an_account_of_the_tenant() throws Exception {
    Device device = new Device(lab, "adatum.example", Device.GRAPH_TOOLS, WRITING);

    assertThat(device.approveAs(ADMINISTRATOR).status()).isEqualTo(400);
    assertThat(device.approveAs("nobody@adatum.example").status()).isEqualTo(400);
  }

  @Test
  void no_two_codes_are_the_same() throws Exception {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      codes.add(device().userCode());
    }

    assertThat(codes).hasSize(5);
  }

  private Device device() throws Exception {
    return new Device(lab, "organizations", Device.GRAPH_TOOLS, WRITING);
  }

  private static Map<String, Object> claims(Lab.Answer answer) {
    byte[] json = Base64.getUrlDecoder().decode(answer.text("access_token").split("\\.", -1)[1]);
    return Json.parseObject(new String(json, StandardCharsets.UTF_8));
  }
}
