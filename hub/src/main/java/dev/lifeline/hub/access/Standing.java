package dev.lifeline.hub.access;

import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Role;
import dev.lifeline.hub.model.RoleAssignment;
import dev.lifeline.hub.model.RoleResource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody may do, by the roles that were given (Service Endpoints REST: who may do what). A
 * role on a connection in a project takes the place of the project's role; a role on a connection
 * everywhere comes on top.
 */
public final class Standing {
  private final Person person;
  private final Map<RoleResource, Role> roles = new HashMap<>();

  /** With all roles that the person has. */
  public Standing(Person person, List<RoleAssignment> assignments) {
    this.person = person;
    assignments.forEach(each -> roles.put(each.on(), each.role()));
  }

  /** Whether the person has anything to do with a project. */
  public boolean sees(Project project) {
    return person.administrator()
        || roles.keySet().stream().anyMatch(on -> project.id().equals(on.project()));
  }

  /** What the person may do on the hub. */
  public Set<Power> onHub() {
    return person.administrator() ? EnumSet.allOf(Power.class) : EnumSet.noneOf(Power.class);
  }

  /** What the person may do with all connections of a project. */
  public Set<Power> on(Project project) {
    return person.administrator()
        ? EnumSet.allOf(Power.class)
        : powers(RoleResource.project(project.id()));
  }

  /** What the person may do with a connection in a project. */
  public Set<Power> on(Connection connection, UUID project) {
    if (person.administrator()) {
      return EnumSet.allOf(Power.class);
    }
    RoleResource here = RoleResource.connection(project, connection.id());
    Set<Power> powers = EnumSet.copyOf(everywhere(connection));
    powers.addAll(roles.containsKey(here) ? powers(here) : powers(RoleResource.project(project)));
    return powers;
  }

  /** What the person may do with a connection in any of its projects. */
  public Set<Power> on(Connection connection) {
    Set<Power> powers = EnumSet.copyOf(everywhere(connection));
    for (ProjectReference reference : connection.references()) {
      powers.addAll(on(connection, reference.project().id()));
    }
    return powers;
  }

  private Set<Power> everywhere(Connection connection) {
    RoleResource everywhere = RoleResource.everywhere(connection.id());
    Set<Power> powers = powers(everywhere);
    if (roles.get(everywhere) == Role.ADMINISTRATOR || person.administrator()) {
      powers.add(Power.OWN);
    }
    return powers;
  }

  private Set<Power> powers(RoleResource on) {
    Set<Power> powers = EnumSet.noneOf(Power.class);
    Optional.ofNullable(roles.get(on)).ifPresent(role -> powers.addAll(role.powers()));
    return powers;
  }
}
