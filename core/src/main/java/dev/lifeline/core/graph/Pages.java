package dev.lifeline.core.graph;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.json.Json;
import java.util.Map;
import java.util.Optional;

/** Where a long list goes on (Graph: paging). */
final class Pages {
  private Pages() {}

  /**
   * The path of the next page, if there is one. The token goes there, so it has to be below the
   * same address.
   */
  static Optional<String> next(String does, Answer answer, String address) {
    Optional<String> link =
        Json.read(answer.text(), Map.class)
            .map(page -> page.get("@odata.nextLink"))
            .filter(String.class::isInstance)
            .map(String.class::cast);
    if (link.isPresent() && !link.get().startsWith(address + "/")) {
      throw Judge.unreadable(does, "its next page is at another address").raise();
    }
    return link.map(whole -> whole.substring(address.length()));
  }
}
