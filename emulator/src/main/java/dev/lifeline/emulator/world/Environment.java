package dev.lifeline.emulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A finance and operations environment.
 *
 * @param id its id
 * @param project the project it belongs to
 * @param name its name
 * @param type what it is for
 * @param infrastructure who runs it
 * @param deployedOn when it was made
 * @param scaleUnits the names of its commerce scale units
 * @param eCommerce the ids of its e-Commerce environments
 */
public record Environment(
    UUID id,
    ProjectId project,
    String name,
    EnvironmentType type,
    Infrastructure infrastructure,
    Instant deployedOn,
    List<String> scaleUnits,
    List<UUID> eCommerce) {

  /** Takes copies of the lists. */
  public Environment {
    scaleUnits = List.copyOf(scaleUnits);
    eCommerce = List.copyOf(eCommerce);
  }

  /** The scale unit with that name, in any case. */
  public Optional<String> scaleUnit(String scaleUnit) {
    return scaleUnits.stream().filter(it -> it.equalsIgnoreCase(scaleUnit)).findFirst();
  }

  /** The same environment with commerce. */
  public Environment withCommerce(List<String> scaleUnits, List<UUID> eCommerce) {
    return new Environment(
        id, project, name, type, infrastructure, deployedOn, scaleUnits, eCommerce);
  }
}
