package dev.lifeline.emulator.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class XmlTest {

  @Property(tries = 200)
  void what_was_escaped_is_read_as_it_was(@ForAll @CharRange(from = ' ', to = '~') String text) {
    String escaped = Xml.escape(text);

    Element read = Xml.parse("<a b=\"%1$s\">%1$s</a>".formatted(escaped)).getDocumentElement();

    assertThat(read.getTextContent()).isEqualTo(text);
    assertThat(read.getAttribute("b")).isEqualTo(text);
  }

  @Test
  void a_file_is_not_read_through_an_entity(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret.txt"), "the content of the file");
    String xml = "<!DOCTYPE a [<!ENTITY e SYSTEM '%s'>]><a>&e;</a>".formatted(file.toUri());

    assertThatThrownBy(() -> Xml.parse(xml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not XML: line 1");
  }

  @Test
  void entities_cannot_multiply() {
    String xml =
        "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]><a>&c;&c;</a>";

    assertThatThrownBy(() -> Xml.parse(xml)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_wrong_with_a_text_is_said_without_quoting_it() {
    assertThatThrownBy(() -> Xml.parse("<password>hunter2</user>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void a_child_is_found_by_namespace_and_not_by_prefix() {
    Element root =
        Xml.parse("<r xmlns:p='urn:one' xmlns:q='urn:two'><p:a>1</p:a><q:a>2</q:a></r>")
            .getDocumentElement();

    assertThat(Xml.child(root, "urn:two", "a").map(Element::getTextContent)).contains("2");
    assertThat(Xml.child(root, "urn:three", "a")).isEmpty();
  }
}
