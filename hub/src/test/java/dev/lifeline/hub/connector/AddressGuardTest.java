package dev.lifeline.hub.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "localhost",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "[::1]",
        "[::]",
        "[fe80::1]",
        "[fc00::1]",
        "[fd12::1]",
        "[::ffff:10.0.0.1]"
      })
  void an_address_that_only_the_hub_can_reach_is_refused(String host) {
    URI address = URI.create("https://" + host + "/organizations");

    assertThatThrownBy(() -> new AddressGuard(false).require(address))
        .isInstanceOfSatisfying(
            LifelineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.ADDRESS_REFUSED));
    assertThatCode(() -> new AddressGuard(true).require(address)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "[2001:4860:4860::8888]"})
  void a_public_address_passes(String host) {
    assertThatCode(() -> new AddressGuard(false).require(URI.create("https://" + host)))
        .doesNotThrowAnyException();
  }
}
