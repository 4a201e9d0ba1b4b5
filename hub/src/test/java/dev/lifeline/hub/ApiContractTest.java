package dev.lifeline.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiContractTest {
  private static final String ORGANIZATION =
      "{\"id\":\"5e47a0d8-c745-44f8-8f93-784f18ff31c4\",\"name\":\"contoso\"}";

  @Test
  void what_is_as_described_passes() {
    HubLab.Answer answer = new HubLab.Answer(201, Map.of(), ORGANIZATION);

    assertThat(
            ApiContract.checked("POST", "/API/v1/organizations", Map.of("name", "contoso"), answer))
        .isEqualTo(answer);
  }

  @Test
  void a_field_that_is_not_described_fails_the_test_that_sees_it() {
    assertThatThrownBy(() -> answered(ORGANIZATION.replace("}", ",\"plan\":1}")))
        .hasMessageContaining("POST /api/v1/organizations: answer differs")
        .hasMessageContaining("plan");
    assertThatThrownBy(() -> answered(ORGANIZATION, Map.of("name", "x", "plan", 1)))
        .hasMessageContaining("request differs")
        .hasMessageContaining("plan");
  }

  @Test
  void a_field_that_is_gone_fails_the_test_that_misses_it() {
    assertThatThrownBy(() -> answered("{\"name\":\"contoso\"}")).hasMessageContaining("'id'");
  }

  @Test
  void a_value_of_another_form_fails() {
    assertThatThrownBy(() -> answered("{\"id\":\"7\",\"name\":\"contoso\"}"))
        .hasMessageContaining("uuid");
  }

  @Test
  void a_parameter_or_a_status_that_is_not_described_fails() {
    HubLab.Answer answer = new HubLab.Answer(201, Map.of(), ORGANIZATION);

    assertThatThrownBy(
            () -> ApiContract.checked("POST", "/api/v1/organizations?plan=1", null, answer))
        .hasMessageContaining("the parameter 'plan'");
    assertThatThrownBy(
            () ->
                ApiContract.checked(
                    "POST",
                    "/api/v1/organizations",
                    null,
                    new HubLab.Answer(202, Map.of(), ORGANIZATION)))
        .hasMessageContaining("answers 202");
  }

  private static void answered(String text) {
    answered(text, Map.of("name", "contoso"));
  }

  private static void answered(String text, Object body) {
    ApiContract.checked(
        "POST", "/api/v1/organizations", body, new HubLab.Answer(201, Map.of(), text));
  }
}
