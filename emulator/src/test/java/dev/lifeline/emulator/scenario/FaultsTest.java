package dev.lifeline.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.emulator.Lab;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final String ASSETS = "/box/fileasset/GetAssets/1234567?fileType=10";

  private final Lab lab;
  private String token = "";

  FaultsTest() throws Exception {
    lab = new Lab();
  }

  @BeforeEach
  void signIn() throws Exception {
    token = lab.token();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_fault_hits_once_and_is_used_up() throws Exception {
    lab.order(
        "/faults",
        Map.of(
            "service", "lcs",
            "path", "GetAssets",
            "action", "answer",
            "status", 429,
            "headers", Map.of("Retry-After", "7"),
            "body", "{\"Message\":\"slow down\"}"));

    Lab.Answer hit = list();
    Lab.Answer after = list();

    assertThat(hit.status()).isEqualTo(429);
    assertThat(hit.headers()).containsEntry("retry-after", List.of("7"));
    assertThat(hit.text("Message")).isEqualTo("slow down");
    assertThat(after.status()).isEqualTo(200);
    assertThat(lab.emulator.faults().list()).isEmpty();
  }

  @Test
  void a_fault_can_wait_and_hit_more_than_once() throws Exception {
    lab.emulator
        .faults()
        .add(Fault.once("lcs", "GET", "GetAssets", FaultAction.Answer.html(503)).after(1).times(2));

    List<Integer> statuses =
        List.of(list().status(), list().status(), list().status(), list().status());

    assertThat(statuses).containsExactly(200, 503, 503, 200);
  }

  @Test
  void a_fault_hits_only_its_method_and_path() throws Exception {
    lab.emulator.faults().add(Fault.once("lcs", "POST", ".*", FaultAction.Answer.html(503)));
    lab.emulator
        .faults()
        .add(Fault.once("lcs", "GET", "fetchstatus", FaultAction.Answer.html(503)));
    lab.emulator.faults().add(Fault.once("blob", "GET", ".*", FaultAction.Answer.html(503)));

    assertThat(list().status()).isEqualTo(200);
    assertThat(lab.emulator.faults().list()).hasSize(3);
  }

  @Test
  void a_cut_comes_before_the_work() throws Exception {
    lab.emulator
        .faults()
        .add(Fault.once("lcs", "POST", "applyupdate", new FaultAction.CutBefore()));

    assertThatThrownBy(this::apply).isInstanceOf(IOException.class);

    assertThat(lab.emulator.world().lifecycle().operations()).isEmpty();
  }

  @Test
  void a_lost_answer_comes_after_the_work() throws Exception {
    lab.emulator
        .faults()
        .add(Fault.once("lcs", "POST", "applyupdate", new FaultAction.LoseAnswer()));

    assertThatThrownBy(this::apply).isInstanceOf(IOException.class);

    assertThat(lab.emulator.world().lifecycle().operations()).hasSize(1);
  }

  @Test
  void a_truncated_answer_ends_too_early() {
    lab.emulator.faults().add(Fault.once("lcs", "GET", "GetAssets", new FaultAction.Truncate(5)));

    assertThatThrownBy(this::list).isInstanceOf(IOException.class);
  }

  @Test
  void a_delay_is_spent_through_the_pause_that_was_given() throws Exception {
    lab.emulator
        .faults()
        .add(Fault.once("lcs", "GET", "GetAssets", new FaultAction.Delay(Duration.ofMinutes(5))));

    Lab.Answer answer = list();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(lab.pauses).containsExactly(Duration.ofMinutes(5));
  }

  @Test
  void a_page_comes_where_json_is_expected() throws Exception {
    lab.order("/faults", Map.of("service", "entra", "action", "html", "status", 200));

    Lab.Answer answer = lab.signIn(Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void faults_can_be_looked_at_and_forgotten() throws Exception {
    Map<String, Object> order =
        Map.of("service", "blob", "method", "PUT", "action", "truncate", "bytes", 3, "skip", 2);
    lab.order("/faults", order);

    Map<?, ?> shown = (Map<?, ?>) ((List<?>) faults()).get(0);
    lab.send(lab.admin("/faults").DELETE());

    assertThat(shown.get("skip")).isEqualTo(2);
    assertThat(shown.get("times")).isEqualTo(1);
    assertThat(shown.get("action")).isEqualTo("truncate");
    assertThat(shown.get("bytes")).isEqualTo(3);
    assertThat(faults()).isEqualTo(List.of());
  }

  private Object faults() throws Exception {
    return lab.send(lab.admin("/faults")).json().get("faults");
  }

  private Lab.Answer list() throws IOException, InterruptedException {
    return lab.send(lab.lcs(ASSETS, token));
  }

  private Lab.Answer apply() throws IOException, InterruptedException {
    return lab.post(
        "/environment/v2/applyupdate/project/1234567/environment/%s/asset/%s?updateName=x"
            .formatted(lab.environment("contoso-test"), lab.asset("contoso-release-1.zip")),
        null,
        token);
  }
}
