package dev.lifeline.checks.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.checks.Checkout;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the security checklist says is tried, is tried. */
final class SecurityChecklistTest {
  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*Test)`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| V(\\d+)[^|]*\\|(.*)\\|$");

  private final Checkout checkout = Checkout.find();
  private final String document = Checkout.read(checkout.root().resolve("docs/security.md"));

  @Test
  void each_test_that_it_names_exists() {
    Set<String> tests =
        checkout.java("src/test/java").stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());

    List<String> named = TEST.matcher(document).results().map(each -> each.group(1)).toList();

    assertThat(named).isNotEmpty().isSubsetOf(tests);
  }

  @Test
  void each_line_names_a_test_or_a_reason() {
    List<String> rows = ROW.matcher(document).results().map(each -> each.group(2)).toList();

    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.substring(row.lastIndexOf('|') + 1)).isNotBlank());
  }

  @Test
  void each_chapter_has_a_line() {
    Set<Integer> chapters =
        ROW.matcher(document)
            .results()
            .map(each -> Integer.valueOf(each.group(1)))
            .collect(Collectors.toSet());

    assertThat(chapters).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
  }
}
