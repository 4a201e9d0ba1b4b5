package dev.lifeline.hub.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client wants permitted (Service Endpoints REST: pipeline permissions). */
record PipelinesJson(
    @Nullable Resource resource,
    @Nullable Permission allPipelines,
    @Nullable List<Pipeline> pipelines) {
  /** What it is about. */
  record Resource(@Nullable String type, @Nullable String id) {}

  /** Whether it is permitted. */
  record Permission(boolean authorized) {}

  /** Whether a pipeline is permitted. */
  record Pipeline(int id, boolean authorized) {}
}
