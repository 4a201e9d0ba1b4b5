package dev.lifeline.checks.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.checks.Checkout;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of failures is the same in the program, in the documents and in the tests. */
final class ErrorCatalogueTest {
  /** Tests, and the tables that they read; this module only counts them. */
  private static final Pattern TEST =
      Pattern.compile("(?!checks/)[a-z-]+/src/test/.*\\.(java|csv)");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (\\d+) \\| ([^|]+) \\| ([^|]+) \\|$");

  private final Checkout checkout = Checkout.find();

  /** A row of the table in {@code docs/errors.md}. */
  record Row(String code, int exitCode) {}

  @Test
  void the_documents_list_each_code_with_its_exit_code() {
    List<Row> program =
        Arrays.stream(ProblemCode.values())
            .map(code -> new Row(code.name(), code.kind().exitCode()))
            .toList();

    assertThat(documented()).containsExactlyInAnyOrderElementsOf(program);
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void a_test_provokes_each_code(ProblemCode code) {
    Pattern name = Pattern.compile("\\b" + code + "\\b");

    List<Path> tests =
        checkout.files().stream()
            .filter(file -> TEST.matcher(checkout.name(file)).matches())
            .filter(file -> name.matcher(Checkout.read(file)).find())
            .toList();

    assertThat(tests).as("tests that name " + code).isNotEmpty();
  }

  private List<Row> documented() {
    Matcher row = ROW.matcher(Checkout.read(checkout.root().resolve("docs/errors.md")));
    return row.results()
        .map(each -> new Row(each.group(1), Integer.parseInt(each.group(2))))
        .toList();
  }
}
