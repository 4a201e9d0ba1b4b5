package dev.lifeline.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the LCS API's tables of states. */
class StatusTableTest {
  @ParameterizedTest
  @CsvSource({
    "HQ, NotStarted PreparingEnvironment InProgress RollbackInProgress, Completed SignedOff,"
        + " Failed Aborted RollbackFailed RollbackCompleted",
    "ON_PREMISES_PREPARING, NotStarted PreparingEnvironment Downloading, PreparationSucceeded,"
        + " PreparationFailed Failed Aborted RollbackFailed RollbackCompleted",
    "ON_PREMISES_DEPLOYING, PreparationSucceeded Deploying, Deployed,"
        + " Failed Aborted RollbackFailed RollbackCompleted PreparationFailed",
    "CSU, NotStarted Queued Running, Succeeded, Failed Aborted",
    "ECOM, NotStarted InProgress Queued AnythingElse, Succeeded, Failed",
    "DATABASE, NotStarted InProgress RollbackInProgress, Completed SignedOff,"
        + " Failed Aborted RollbackFailed RollbackCompleted"
  })
  void a_word_of_lcs_means(StatusTable table, String going, String success, String failure) {
    assertMeaning(table, going, OperationState.Running.class);
    assertMeaning(table, success, OperationState.Succeeded.class);
    assertMeaning(table, failure, OperationState.Failed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "HQ, SomethingNew",
    "HQ, Deployed",
    "ON_PREMISES_PREPARING, Deploying",
    "ON_PREMISES_DEPLOYING, RollbackInProgress",
    "CSU, InProgress",
    "DATABASE, PreparingEnvironment"
  })
  void a_word_that_a_table_lacks_is_unknown(StatusTable table, String word) {
    assertMeaning(table, word, OperationState.Unknown.class);
  }

  private static void assertMeaning(
      StatusTable table, String words, Class<? extends OperationState> meaning) {
    for (String word : words.split(" ", -1)) {
      assertThat(table.of(word)).as(word).isInstanceOf(meaning);
      assertThat(table.of(word.toLowerCase(Locale.ROOT))).isInstanceOf(meaning);
      assertThat(table.of(word).status()).isEqualTo(word);
    }
  }
}
