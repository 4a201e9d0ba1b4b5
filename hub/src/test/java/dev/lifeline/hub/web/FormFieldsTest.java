package dev.lifeline.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FormFieldsTest {
  @Property
  void what_a_browser_encodes_comes_back(@ForAll String name, @ForAll String value) {
    String key = "n" + utf8(name);
    String text = utf8(value);

    FormFields fields = FormFields.parse("first=1&" + encode(key) + "=" + encode(text) + "&last=");

    assertThat(fields.text(key)).isEqualTo(text.strip());
    assertThat(fields.secret(key).map(Secret::reveal).orElse("")).isEqualTo(text);
  }

  @Property
  void no_body_is_too_strange_to_read(@ForAll String body) {
    assertThat(FormFields.parse(body).text("no such field")).isEmpty();
  }

  @Test
  void it_prints_nothing_of_what_was_sent() {
    assertThat(FormFields.parse("password=hunter2")).asString().doesNotContain("hunter2");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Half of a surrogate pair has no form in UTF-8. */
  private static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
