package dev.lifeline.extension.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each test of {@code src/test/node}, so that it counts as one of the build's. */
final class HandlerTest {
  private static final Pattern RESULT =
      Pattern.compile(
          "^(not ok|ok) \\d+ - (.*?)\\n(.*?)(?=^(?:not ok|ok) |^1\\.\\.)",
          Pattern.MULTILINE | Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> the_handler_does_what_its_own_tests_say() throws Exception {
    String said = run();
    List<MatchResult> results = RESULT.matcher(said).results().toList();

    assertThat(results).as(said).hasSizeGreaterThan(20);
    return results.stream()
        .map(
            result ->
                DynamicTest.dynamicTest(
                    result.group(2),
                    () -> assertThat(result.group(1)).as(result.group()).isEqualTo("ok")));
  }

  private static String run() throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder(
                "node",
                "--test",
                "--test-reporter=tap",
                "--test-timeout=60000",
                "src/test/node/handler.test.js")
            .redirectErrorStream(true)
            .start();
    node.getOutputStream().close();
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    node.waitFor();
    return said;
  }
}
