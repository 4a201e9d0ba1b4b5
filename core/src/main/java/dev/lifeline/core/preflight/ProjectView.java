package dev.lifeline.core.preflight;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What LCS at one endpoint shows of a project. Asks each thing once, and only when it is needed,
 * since LCS counts the questions.
 */
final class ProjectView {
  private final LcsClient lcs;
  private final ProjectId project;
  private @Nullable Look library;
  private @Nullable Look environments;

  ProjectView(LcsClient lcs, ProjectId project) {
    this.lcs = lcs;
    this.project = project;
  }

  /**
   * What came of one question.
   *
   * @param count how many things were shown
   * @param refusal why none were, or null when LCS showed them
   */
  record Look(int count, @Nullable LifelineException refusal) {
    boolean isShown() {
      return refusal == null;
    }
  }

  /**
   * The packages in the asset library.
   *
   * @throws LifelineException when LCS gave no decision
   */
  Look library() {
    if (library == null) {
      library = look(() -> lcs.assets(project, AssetType.SOFTWARE_DEPLOYABLE_PACKAGE).size());
    }
    return library;
  }

  /**
   * The environments, those of the first page.
   *
   * @throws LifelineException when LCS gave no decision
   */
  Look environments() {
    if (environments == null) {
      environments = look(() -> lcs.environments(project, 1).rows().size());
    }
    return environments;
  }

  /** Whether LCS shows anything of it. */
  boolean isVisible() {
    return library().isShown() || environments().isShown();
  }

  /** Whether there is nothing in what LCS shows, as of a project that it does not know. */
  boolean isEmpty() {
    return library().count() == 0 && environments().count() == 0;
  }

  private static Look look(IntSupplier question) {
    try {
      return new Look(question.getAsInt(), null);
    } catch (LifelineException e) {
      Kind kind = e.code().kind();
      if (kind == Kind.NOT_FOUND || kind == Kind.FAILED) {
        return new Look(0, e);
      }
      throw e;
    }
  }
}
