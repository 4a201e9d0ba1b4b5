package dev.lifeline.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.world.Password;
import dev.lifeline.emulator.world.SignIn;
import dev.lifeline.emulator.world.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {

  private final Lab lab;
  private final World world;

  RefreshTokenTest() throws Exception {
    lab = new Lab();
    world = lab.emulator.world();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void each_use_brings_a_new_one() throws Exception {
    String first = refreshToken();

    String second = refresh(first, lab.lcsScope()).text("refresh_token");

    assertThat(second).isNotEqualTo(first);
    assertThat(refresh(second, lab.lcsScope()).status()).isEqualTo(200);
  }

  @Test
  void it_is_good_for_another_resource_that_was_consented_to() throws Exception {
    String token = refreshToken();

    Lab.Answer consented =
        refresh(token, "https://graph.microsoft.com/User-PasswordProfile.ReadWrite.All");
    Lab.Answer other = refresh(token, "https://graph.microsoft.com/Directory.Read.All");

    assertThat(consented.status()).isEqualTo(200);
    assertThat(other.json()).containsEntry("error_codes", List.of(65001));
  }

  @Test
  void a_changed_password_makes_it_void() throws Exception {
    String token = refreshToken();

    world.changePassword(
        world.directory().account(lab.username("deploy")).orElseThrow(), new Password("another"));

    assertThat(refresh(token, lab.lcsScope()).json())
        .containsEntry("error", "invalid_grant")
        .containsEntry("error_codes", List.of(50173))
        .containsEntry("suberror", "bad_token");
  }

  @Test
  void it_belongs_to_one_application() throws Exception {
    Map<String, String> request =
        Map.of(
            "grant_type", "refresh_token",
            "refresh_token", refreshToken(),
            "client_id", lab.clientId("contoso.example", "Assignment required"));

    assertThat(lab.signIn(request).json()).containsEntry("error_codes", List.of(70000));
  }

  @Test
  void it_belongs_to_one_tenant() throws Exception {
    Lab.Answer answer =
        lab.post(
            lab.v2TokenUrl("fabrikam.example"),
            lab.form(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken())));

    assertThat(answer.json()).containsEntry("error_codes", List.of(70000));
  }

  @Test
  void it_does_not_outlive_a_new_demand_for_a_second_factor() throws Exception {
    String token = refreshToken();
    lab.order("/accounts", Map.of("name", "deploy", "signIn", "mfa"));

    assertThat(world.directory().account(lab.username("deploy")).orElseThrow().signIn())
        .isEqualTo(SignIn.MFA);
    assertThat(refresh(token, lab.lcsScope()).json()).containsEntry("error_codes", List.of(50076));
  }

  private String refreshToken() throws Exception {
    return lab.signIn(Map.of("scope", lab.lcsScope() + " offline_access")).text("refresh_token");
  }

  private Lab.Answer refresh(String token, String scope) throws Exception {
    return lab.signIn(
        Map.of(
            "grant_type", "refresh_token",
            "refresh_token", token,
            "scope", scope,
            "username", "",
            "password", ""));
  }
}
