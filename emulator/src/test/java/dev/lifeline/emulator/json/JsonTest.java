package dev.lifeline.emulator.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void members_keep_their_order() {
    Map<String, Object> members = Json.parseObject("{\"z\":1,\"a\":[true,null,\"x\"],\"m\":1.5}");

    assertThat(members.keySet()).containsExactly("z", "a", "m");
    assertThat(members).containsEntry("a", Arrays.asList(true, null, "x"));
    assertThat(Json.write(members)).isEqualTo("{\"z\":1,\"a\":[true,null,\"x\"],\"m\":1.5}");
  }

  @Test
  void indented_text_has_the_line_ends_of_unix() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("a", 1);

    assertThat(Json.writeIndented(tree)).isEqualTo("{\n  \"a\" : 1\n}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"password\":\"canary\"", "canary", "{} canary"})
  void what_is_no_json_is_refused_without_being_quoted(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not JSON: line 1, column ")
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "\"text\"", "1"})
  void what_is_no_object_is_refused_as_one(String text) {
    assertThatThrownBy(() -> Json.parseObject(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a JSON object was expected");
  }

  @Property(tries = 200)
  void any_text_survives(@ForAll String text) {
    assertThat(Json.parse(Json.write(text))).isEqualTo(text);
  }
}
