package dev.lifeline.emulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidTest {

  @Property
  void both_spellings_in_either_case_are_one_id(@ForAll long high, @ForAll long low) {
    UUID id = new UUID(high, low);

    assertThat(Guid.parse(id.toString())).contains(id);
    assertThat(Guid.parse(Guid.digits(id).toUpperCase(Locale.ROOT))).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "11111111-2222-3333-4444-55555555555g", "../.."})
  void other_texts_are_no_ids(String text) {
    assertThat(Guid.parse(text)).isEmpty();
  }
}
