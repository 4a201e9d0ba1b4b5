package dev.lifeline.core.graph;

import java.util.List;

/**
 * A Conditional Access policy, as far as it can be judged from outside (Graph:
 * conditionalAccessPolicy).
 *
 * @param name foreign text
 * @param enabled whether it is enforced, not only reported or switched off
 * @param users whom it means and whom not, by ids or words such as {@code All}
 * @param applications for which applications and for which not
 * @param narrowed whether it has conditions that only a sign-in decides: groups or roles that are
 *     left out, platforms, places, devices, risk
 * @param controls what it demands, such as {@code mfa} or {@code block}
 */
public record AccessPolicy(
    String name,
    boolean enabled,
    Range users,
    Range applications,
    boolean narrowed,
    List<String> controls) {
  public AccessPolicy {
    controls = List.copyOf(controls);
  }

  /**
   * What a condition takes in and leaves out.
   *
   * @param included ids, or {@code All}
   * @param excluded ids
   */
  public record Range(List<String> included, List<String> excluded) {
    public Range {
      included = List.copyOf(included);
      excluded = List.copyOf(excluded);
    }

    /** Whether it surely takes in that id. */
    public boolean covers(String id) {
      return !excludes(id) && (included.contains("All") || included.contains(id));
    }

    /** Whether it surely leaves out that id. */
    public boolean excludes(String id) {
      return excluded.contains(id);
    }
  }
}
