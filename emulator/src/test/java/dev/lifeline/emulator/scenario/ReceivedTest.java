package dev.lifeline.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceivedTest {

  private final Lab lab;

  ReceivedTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_sign_in_is_recorded_without_its_password() throws Exception {
    lab.signIn(Map.of());

    Received signIn = lab.emulator.received().of("entra").get(0);
    assertThat(signIn.form())
        .containsEntry("grant_type", "password")
        .containsEntry("username", "deploy@contoso.example")
        .doesNotContainKey("password");
    assertThat(signIn.status()).isEqualTo(200);
    assertThat(signIn.requestBytes()).isPositive();
    assertThat(signIn.replyBytes()).isPositive();
  }

  @Test
  void no_secret_is_in_the_record_of_a_whole_upload() throws Exception {
    lab.upload("release.zip", 10);
    String token = lab.token();

    String record = lab.send(lab.admin("/received")).body();

    assertThat(record)
        .contains("\"blob\"", "sig=***", "CreateFileAsset")
        .doesNotContain(token, lab.emulator.addresses().password().text())
        .doesNotContainPattern("sig=[^*]");
    assertThat(lab.emulator.received().of("lcs"))
        .allSatisfy(it -> assertThat(it.headers()).containsEntry("Authorization", "***"));
  }

  @Test
  void a_cut_request_is_recorded_without_a_status() throws Exception {
    lab.emulator.faults().add(Fault.once("entra", "POST", "token", new FaultAction.CutBefore()));

    try {
      lab.signIn(Map.of());
    } catch (java.io.IOException expected) {
      assertThat(expected).isNotNull();
    }

    Received cut = lab.emulator.received().of("entra").get(0);
    assertThat(cut.status()).isZero();
    assertThat(cut.fault()).isEqualTo("cut");
  }

  @Test
  void the_record_can_be_forgotten() throws Exception {
    lab.signIn(Map.of());

    lab.send(lab.admin("/received").DELETE());

    assertThat(lab.send(lab.admin("/received")).json()).containsEntry("received", List.of());
  }
}
