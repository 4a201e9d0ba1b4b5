package dev.lifeline.hub.runpage;

import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.StepInput;
import dev.lifeline.hub.model.StepOrder;
import dev.lifeline.hub.page.Texts;

/** What steps do, in the words of the pages. */
final class StepWords {
  private StepWords() {}

  /** Such as {@code Deploy 'Release 42' to contoso-uat}. */
  static String title(Texts texts, StepOrder order) {
    String environment = order.input(StepInput.ENVIRONMENT).orElse("");
    String what =
        switch (order.kind()) {
          case DEPLOY ->
              order
                  .input(StepInput.UPDATE_NAME)
                  .map(name -> "'" + name + "'")
                  .orElse(order.required(StepInput.ASSET));
          case REFRESH_DATABASE -> order.required(StepInput.SOURCE);
          case EXPORT_DATABASE -> "'" + order.required(StepInput.BACKUP_NAME) + "'";
          case WAIT_FOR_OPERATION -> order.required(StepInput.ACTIVITY);
          case WAIT_FOR_VALIDATION -> order.required(StepInput.ASSET);
          case START_ENVIRONMENT, STOP_ENVIRONMENT, RESTART_ENVIRONMENT -> "";
        };
    return texts.of("runs.step." + order.kind().id(), environment, what);
  }

  /** The first step of a run, and how many follow it. */
  static String summary(Texts texts, Run run) {
    String first = title(texts, run.steps().get(0).order());
    int more = run.steps().size() - 1;
    return more == 0 ? first : texts.of("runs.list.more", first, more);
  }
}
