package dev.lifeline.hub.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A service connection, without its secret.
 *
 * @param organization the id of the organization that holds it
 * @param references the projects that use it, at least one
 */
public record Connection(
    UUID id,
    UUID organization,
    Target target,
    Labels labels,
    Mark created,
    Mark changed,
    List<ProjectReference> references) {
  public Connection {
    references = List.copyOf(references);
  }

  /** How that project knows it; empty when it does not. */
  public Optional<ProjectReference> in(UUID project) {
    return references.stream().filter(each -> each.project().id().equals(project)).findFirst();
  }
}
