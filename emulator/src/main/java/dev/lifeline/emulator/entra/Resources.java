package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.world.Api;
import java.util.Optional;
import java.util.Set;

/** The APIs for which this Entra ID issues tokens, and the names under which it knows them. */
final class Resources {

  private final Set<String> lcs;
  private final Set<String> graph;

  /**
   * Knows LCS and Microsoft Graph.
   *
   * @param lcs the names of LCS, without a final slash
   * @param graph the names of Microsoft Graph, without a final slash
   */
  Resources(Set<String> lcs, Set<String> graph) {
    this.lcs = Set.copyOf(lcs);
    this.graph = Set.copyOf(graph);
  }

  /** The API of that name; one final slash does not matter. */
  Optional<Api> find(String resource) {
    String name = resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
    if (lcs.stream().anyMatch(name::equalsIgnoreCase)) {
      return Optional.of(Api.LCS);
    }
    return graph.stream().anyMatch(name::equalsIgnoreCase)
        ? Optional.of(Api.GRAPH)
        : Optional.empty();
  }
}
