package dev.lifeline.hub.endpoint;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.web.Refusal;
import java.util.Optional;

/** What is wrong with a connection's name and description, for forms that say so field by field. */
public final class Wording {
  private Wording() {}

  /** Why a project cannot know a connection by that name; empty when it can. */
  public static Optional<String> nameProblem(Call call, Project project, String name) {
    return refusal(() -> Sharing.requireFree(call, project, Draft.name(name)));
  }

  /** Why a text cannot be a name at all; empty when it can. */
  public static Optional<String> nameProblem(String name) {
    return refusal(() -> Draft.name(name));
  }

  /** Why a text cannot be a description; empty when it can. */
  public static Optional<String> descriptionProblem(String text) {
    return refusal(() -> Draft.description(text));
  }

  private static Optional<String> refusal(Runnable check) {
    try {
      check.run();
      return Optional.empty();
    } catch (Refusal e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
