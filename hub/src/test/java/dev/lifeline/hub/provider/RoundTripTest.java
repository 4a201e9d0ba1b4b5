package dev.lifeline.hub.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Secret;
import java.security.SecureRandom;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  @Property
  void it_comes_back_from_its_cookie(
      @ForAll @CharRange(from = '!', to = '~') @StringLength(max = 200) String next,
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 52) String invitation) {
    RoundTrip trip = RoundTrip.begin(new SecureRandom(), next, invitation);

    assertThat(RoundTrip.in(trip.cookie())).contains(trip);
    assertThat(trip.cookie().reveal()).matches("[!-~&&[^\",;\\\\]]+");
  }

  @Property
  void no_cookie_is_too_strange_to_read(@ForAll @StringLength(min = 1) String cookie) {
    assertThat(RoundTrip.in(Secret.of(cookie))).isEmpty();
  }

  @Test
  void what_goes_through_the_browser_tells_nothing_of_the_rest() {
    RoundTrip trip = RoundTrip.begin(new SecureRandom(), "/", "");

    assertThat(Set.of(trip.state(), trip.nonce(), trip.verifier(), trip.challenge())).hasSize(4);
    assertThat(trip.verifier()).matches("[A-Za-z0-9_-]{43}");
    assertThat(trip.toString()).doesNotContain(trip.seed().reveal());
  }
}
