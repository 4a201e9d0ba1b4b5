package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Reply;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The envelope of environment answers: HTTP 200 whether it worked or not. */
final class Envelope {

  private Envelope() {}

  /** What was asked for, in the fields. */
  static Reply success(@Nullable UUID activityId, Fields fields) {
    return reply(true, activityId, null, fields);
  }

  /** A refusal in LCS's words. */
  static Reply failure(String message) {
    return reply(false, null, message, Fields.none());
  }

  /** A refusal that has an activity id all the same. */
  static Reply failure(UUID activityId, String message) {
    return reply(false, activityId, message, Fields.none());
  }

  /** One page of rows. */
  static Reply page(List<Fields> rows, int page, int pageSize) {
    int from = Math.min(rows.size(), (page - 1) * pageSize);
    int to = Math.min(rows.size(), from + pageSize);
    return success(
        null,
        Fields.of("ResultPageCurrent", page)
            .with("ResultHasMorePages", to < rows.size())
            .with("Data", rows.subList(from, to).stream().map(Fields::tree).toList()));
  }

  private static Reply reply(
      boolean success, @Nullable UUID activityId, @Nullable String message, Fields fields) {
    return Reply.status(200)
        .json(
            fields
                .with("IsSuccess", success)
                .with(
                    "OperationActivityId", activityId == null ? null : LcsTexts.dashed(activityId))
                .with("ErrorMessage", message)
                .with("VersionEOL", LcsTexts.VERSION_EOL)
                .tree());
  }
}
