package dev.lifeline.checks.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.checks.Checkout;
import dev.lifeline.tasks.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the tasks is the catalogue's: {@code -Dsnapshots.update=true} writes it anew. */
final class TaskReferenceTest {
  private static final String BEGINNING =
      """
      # The tasks

      Every input and output of every task. This page is written from the program's own catalogue, and so are the tasks'
      definitions for Azure DevOps and GitHub. How each system hands inputs over is in [conventions](conventions.md).

      """;

  @Test
  void the_page_about_the_tasks_is_the_catalogue() throws IOException {
    Path page = Checkout.find().root().resolve("docs/pipelines/reference.md");
    String text = BEGINNING + Definitions.reference();

    if (Boolean.getBoolean("snapshots.update")) {
      Files.writeString(page, text);
    }

    assertThat(Checkout.read(page)).isEqualTo(text);
  }
}
