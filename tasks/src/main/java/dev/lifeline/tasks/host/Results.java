package dev.lifeline.tasks.host;

import dev.lifeline.core.model.Secret;
import java.nio.file.Path;

/** What a task gives to later steps and to people. */
public interface Results {
  /** An output of this step. */
  void output(String name, String value);

  /** A variable for later steps of the job. */
  void variable(String name, String value);

  /**
   * A secret variable for later steps of the job.
   *
   * @return how a later step gets at it, for people
   */
  String secretVariable(String name, Secret value);

  /** A folder in front of the PATH of later steps. */
  void path(Path folder);

  /** A page in Markdown, beside the run's others. */
  void summary(String title, String markdown);

  /** The end of the task. */
  void end(boolean succeeded);
}
