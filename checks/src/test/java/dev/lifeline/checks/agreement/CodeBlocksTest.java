package dev.lifeline.checks.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CodeBlocksTest {
  @Test
  void calls_are_found_with_prompt_variables_pipes_and_line_breaks() {
    String document =
        """
        `lifeline ignored` outside
        ```sh
        $ ./lifeline asset upload \\
            a.zip --wait-for-validation   # waits
        LIFELINE_HOME=x lifeline asset list | jq .
        echo lifeline
        ```
        """;

    assertThat(CodeBlocks.calls(document))
        .containsExactly(
            List.of("asset", "upload", "a.zip", "--wait-for-validation"), List.of("asset", "list"));
  }

  @Test
  void an_unknown_command_is_a_mistake() {
    assertThat(Commands.mistake(List.of("asset", "uplod"))).isPresent();
  }

  @Test
  void an_unknown_option_is_a_mistake() {
    assertThat(Commands.mistake(List.of("asset", "list", "--colour"))).isPresent();
  }

  @Test
  void a_known_command_with_known_options_is_none() {
    assertThat(Commands.mistake(List.of("asset", "list", "--output", "json"))).isEmpty();
  }
}
