package dev.lifeline.emulator.graph;

import static dev.lifeline.emulator.graph.GraphCaller.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangePasswordTest {

  private static final String PERMISSION = "User-PasswordProfile.ReadWrite.All";
  private static final String GOOD = "Correct horse 7";

  private final Lab lab;

  ChangePasswordTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void from_then_on_the_new_password_signs_in_and_the_old_one_does_not() throws Exception {
    Lab.Answer answer = change("deploy", current(), GOOD);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(lab.signIn(Map.of("password", GOOD)).status()).isEqualTo(200);
    assertThat(lab.signIn(Map.of()).status()).isEqualTo(400);
  }

  @Test
  void a_refresh_token_of_the_old_password_is_void() throws Exception {
    String refreshToken =
        lab.signIn(Map.of("scope", lab.lcsScope() + " offline_access")).text("refresh_token");

    change("deploy", current(), GOOD);

    assertThat(
            lab.signIn(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken)).json())
        .containsEntry("error_codes", List.of(50173));
  }

  @Test
  void the_other_accounts_keep_their_password() throws Exception {
    change("deploy", current(), GOOD);

    assertThat(lab.signIn(Map.of("username", lab.username("owner"))).status()).isEqualTo(200);
  }

  @Test
  void a_wrong_current_password_is_refused_and_counted() throws Exception {
    Lab.Answer answer = change("deploy", "wrong", GOOD);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("Request_BadRequest");
    assertThat(answer.body()).contains("120000").doesNotContain("wrong", GOOD);
    assertThat(
            lab.emulator
                .world()
                .directory()
                .account("deploy@contoso.example")
                .orElseThrow()
                .wrongPasswords())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Short 1, 120002",
    "all lower case, 120002",
    "NoDigitsNoSigns, 120002",
    "My deploy password 1, 120003"
  })
  void a_password_that_is_too_easy_is_refused(String wanted, String number) throws Exception {
    Lab.Answer answer = change("deploy", current(), wanted);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(number).doesNotContain(wanted);
  }

  @Test
  void the_current_password_is_no_new_one() throws Exception {
    assertThat(change("deploy", current(), current()).body()).contains("120002");
  }

  @Test
  void a_federated_account_changes_its_password_elsewhere() throws Exception {
    assertThat(change("federated", current(), GOOD).body()).contains("120012");
  }

  @Test
  void the_permission_is_needed() throws Exception {
    Lab.Answer answer =
        GraphCaller.of(lab, "deploy@contoso.example", "User.Read")
            .post("me/changePassword", Map.of("currentPassword", current(), "newPassword", GOOD));

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void a_password_that_is_left_out_is_a_bad_request() throws Exception {
    Lab.Answer answer =
        GraphCaller.of(lab, "deploy@contoso.example", PERMISSION)
            .post("me/changePassword", Map.of("currentPassword", current()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("newPassword");
  }

  private Lab.Answer change(String account, String from, String to) throws Exception {
    return GraphCaller.of(lab, lab.username(account), PERMISSION)
        .post("me/changePassword", Map.of("currentPassword", from, "newPassword", to));
  }

  private String current() {
    return lab.emulator.addresses().password().text();
  }
}
