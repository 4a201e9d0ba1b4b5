package dev.lifeline.checks.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.checks.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commands and options in the documents are those of the program. */
final class CommandsInDocumentsTest {
  private final Checkout checkout = Checkout.find();

  @Test
  void each_command_and_option_in_a_code_block_exists() {
    List<String> mistakes = new ArrayList<>();
    for (Path file : documents()) {
      for (List<String> words : CodeBlocks.calls(Checkout.read(file))) {
        Optional<String> mistake = Commands.mistake(words);
        mistake.ifPresent(each -> mistakes.add(checkout.name(file) + ": " + each));
      }
    }

    assertThat(mistakes).isEmpty();
  }

  @Test
  void each_command_stands_in_the_documents() {
    String text = String.join("\n", documents().stream().map(Checkout::read).toList());

    List<String> leaves =
        Commands.all().stream()
            .filter(each -> each.getSubcommands().isEmpty())
            .map(Commands::name)
            .toList();

    assertThat(leaves).isNotEmpty().allSatisfy(name -> assertThat(text).contains(name));
  }

  private List<Path> documents() {
    return checkout.files().stream()
        .filter(file -> checkout.name(file).matches("README\\.md|docs/[^/]+\\.md"))
        .toList();
  }
}
