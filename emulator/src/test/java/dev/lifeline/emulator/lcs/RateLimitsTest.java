package dev.lifeline.emulator.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.EmulatorSettings;
import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.TurnedClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private static final String METADATA = "/environmentinfo/v1/detail/project/1234567/?page=1";

  private final Lab lab;

  RateLimitsTest() throws Exception {
    lab = new Lab(EmulatorSettings.DEFAULTS.withRateLimits(true), new TurnedClock());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void the_seventh_look_at_the_environments_in_a_minute_is_too_many() throws Exception {
    for (int i = 0; i < 6; i++) {
      assertThat(lab.get(METADATA).status()).isEqualTo(200);
      pass(5);
    }

    Lab.Answer seventh = lab.get(METADATA);
    pass(29);
    int early = lab.get(METADATA).status();
    pass(1);
    int inTime = lab.get(METADATA).status();

    assertThat(seventh.status()).isEqualTo(429);
    assertThat(seventh.headers().get("retry-after")).containsExactly("30");
    assertThat(early).isEqualTo(429);
    assertThat(inTime).isEqualTo(200);
  }

  @Test
  void the_waiting_time_is_rounded_up() throws Exception {
    for (int i = 0; i < 6; i++) {
      lab.get(METADATA);
    }
    lab.clock.turn(Duration.ofMillis(59_001));

    assertThat(lab.get(METADATA).headers().get("retry-after")).containsExactly("1");
  }

  @Test
  void histories_are_counted_for_the_environment_and_for_the_project() throws Exception {
    for (int i = 0; i < 6; i++) {
      assertThat(history("contoso-test").status()).isEqualTo(200);
    }
    pass(31);

    Lab.Answer another = history("contoso-uat");

    assertThat(another.status()).isEqualTo(429);
    assertThat(another.headers().get("retry-after")).containsExactly("29");
  }

  @Test
  void an_environment_is_started_or_stopped_once_in_five_minutes() throws Exception {
    int first = stop("contoso-dev").status();
    pass(20);
    Lab.Answer second = stop("contoso-dev");
    int elsewhere = stop("contoso-build").status();
    pass(280);

    assertThat(first).isEqualTo(200);
    assertThat(second.status()).isEqualTo(429);
    assertThat(second.headers().get("retry-after")).containsExactly("280");
    assertThat(elsewhere).isEqualTo(200);
    assertThat(stop("contoso-dev").status()).isEqualTo(200);
  }

  @Test
  void a_user_starts_and_stops_thirty_times_in_half_an_hour() throws Exception {
    for (int i = 0; i < 5; i++) {
      for (String environment :
          new String[] {
            "contoso-dev",
            "contoso-build",
            "contoso-test",
            "contoso-uat",
            "contoso-onprem",
            "contoso-commerce"
          }) {
        assertThat(stop(environment).status()).isEqualTo(200);
      }
      pass(300);
    }

    Lab.Answer next = stop("contoso-dev");

    assertThat(next.status()).isEqualTo(429);
    assertThat(next.headers().get("retry-after")).containsExactly("300");
  }

  @Test
  void the_certificate_of_an_environment_is_given_once_a_minute() throws Exception {
    String path =
        "/environmentinfo/v1/rsatdownload/project/1234567/environment/"
            + lab.environment("contoso-test");

    assertThat(lab.get(path).status()).isEqualTo(200);
    assertThat(lab.get(path.toUpperCase(java.util.Locale.ROOT)).status()).isEqualTo(429);
    pass(60);
    assertThat(lab.get(path).status()).isEqualTo(200);
  }

  @Test
  void the_limits_can_be_switched_off_and_on() throws Exception {
    lab.order("/settings", Map.of("rateLimits", false));
    for (int i = 0; i < 20; i++) {
      assertThat(lab.get(METADATA).status()).isEqualTo(200);
    }

    Lab.Answer settings = lab.order("/settings", Map.of("rateLimits", true));

    assertThat(settings.json()).containsEntry("rateLimits", true);
    assertThat(lab.get(METADATA).status()).isEqualTo(200);
  }

  @Test
  void nobody_is_kept_out_unless_that_was_ordered() throws Exception {
    try (Lab usual = new Lab()) {
      for (int i = 0; i < 20; i++) {
        assertThat(usual.get(METADATA).status()).isEqualTo(200);
      }
    }
  }

  private Lab.Answer history(String environment) throws Exception {
    return lab.get(
        "/environmentinfo/v1/history/project/1234567/environment/"
            + lab.environment(environment)
            + "/?page=1");
  }

  private Lab.Answer stop(String environment) throws Exception {
    return lab.post(
        "/environment/v1/stop/project/1234567/environment/" + lab.environment(environment), null);
  }

  private void pass(int seconds) {
    lab.clock.turn(Duration.ofSeconds(seconds));
  }
}
