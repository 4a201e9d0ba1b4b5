package dev.lifeline.core.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row {@code hq} of the LCS API's table of states. */
class HqStatusTest {

  @ParameterizedTest
  @CsvSource({
    "NotStarted, Running",
    "PreparingEnvironment, Running",
    "InProgress, Running",
    "RollbackInProgress, Running",
    "Completed, Succeeded",
    "SignedOff, Succeeded",
    "Failed, Failed",
    "Aborted, Failed",
    "RollbackFailed, Failed",
    "RollbackCompleted, Failed",
    "SomethingNew, Unknown"
  })
  void a_word_of_lcs_means(String word, String meaning) {
    assertThat(HqStatus.of(word).getClass().getSimpleName()).isEqualTo(meaning);
    assertThat(HqStatus.of(word.toLowerCase(Locale.ROOT)).getClass().getSimpleName())
        .isEqualTo(meaning);
    assertThat(HqStatus.of(word).status()).isEqualTo(word);
  }
}
