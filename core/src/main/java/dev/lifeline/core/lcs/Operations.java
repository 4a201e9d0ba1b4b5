package dev.lifeline.core.lcs;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.lcs.wire.EnvelopeJson;
import dev.lifeline.core.lcs.wire.OperationJson;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.OperationReport;

/** Reads what LCS answers about operations, however they are started and asked for. */
final class Operations {
  private Operations() {}

  /** The envelope of a start that succeeded. */
  static EnvelopeJson started(String does, Answer answer) {
    return Judge.enveloped(does, answer, EnvelopeJson.class);
  }

  /** The operation that was started. */
  static ActivityId activity(String does, EnvelopeJson json) {
    try {
      return new ActivityId(Known.text(json.operationActivityId()));
    } catch (IllegalArgumentException e) {
      throw Judge.unreadable(does, "it holds no activity id").raise(e);
    }
  }

  /** Where an operation stands. */
  static OperationReport report(String does, Answer answer) {
    OperationJson json = Judge.enveloped(does, answer, OperationJson.class);
    String status = json.operationStatus();
    if (status == null || status.isBlank()) {
      throw Judge.unreadable(does, "it holds no status").raise();
    }
    return new OperationReport(
        status,
        json.currentStep(),
        Known.activity(json.activityId()),
        LcsDates.instant(json.completionDate()).orElse(null),
        json.errorMessage());
  }
}
