package dev.lifeline.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LocalPathTest {
  private static final String HOST = "hub.contoso.example";

  @Property
  void no_text_leads_to_another_host(@ForAll("links") String link) {
    String next = LocalPath.of(link);

    assertThat(hostByBrowser(next)).isEqualTo(HOST);
  }

  @Property
  void a_path_of_the_hub_stays_as_it_is(@ForAll("paths") String path) {
    assertThat(LocalPath.of(path)).isEqualTo(path);
  }

  @Provide
  Arbitrary<String> links() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "/",
            "\\",
            "//",
            ":",
            "http:",
            "javascript:",
            "evil.example",
            "@",
            "\t",
            "\n",
            "\r",
            " ",
            "%2f",
            "%5c",
            ".",
            "..",
            "?",
            "#",
            "\u0000",
            "\u2044",
            "\uff0f",
            "a");
    return Arbitraries.oneOf(
        piece.list().ofMaxSize(6).map(pieces -> String.join("", pieces)), Arbitraries.strings());
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> segment =
        Arbitraries.strings().withCharRange('a', 'z').numeric().withChars("-_.~%").ofMinLength(1);
    return segment
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(segments -> "/" + String.join("/", segments) + "?page=2&name=a%20b");
  }

  /** As browsers resolve a link (WHATWG URL): tabs and line ends go, a backslash is a slash. */
  private static String hostByBrowser(String link) {
    String plain = link.replaceAll("[\\t\\n\\r]", "").strip().replace('\\', '/');
    if (plain.matches("(?s)[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
      return "scheme of its own";
    }
    if (plain.startsWith("//")) {
      return plain.substring(2).replaceAll("(?s)[/?#].*", "");
    }
    return URI.create("https://" + HOST).getHost();
  }
}
