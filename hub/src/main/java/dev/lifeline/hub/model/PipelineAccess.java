package dev.lifeline.hub.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which pipelines may use a connection in a project.
 *
 * @param allPipelines who opened it to all of them, or null
 * @param pipelines those that were permitted by name
 */
public record PipelineAccess(@Nullable Mark allPipelines, List<Permitted> pipelines) {
  public PipelineAccess {
    pipelines = List.copyOf(pipelines);
  }

  /**
   * One that was permitted.
   *
   * @param pipeline its number, more than 0
   */
  public record Permitted(int pipeline, Mark mark) {}
}
