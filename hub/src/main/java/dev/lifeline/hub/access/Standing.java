package dev.lifeline.hub.access;

import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Role;
import dev.lifeline.hub.model.RoleAssignment;
import dev.lifeline.hub.model.RoleResource;
import dev.lifeline.hub.store.RoleAssignments;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody may do, by the roles that were given (Service Endpoints REST: who may do what). A
 * role on a connection in a project takes the place of the project's role; a role on a connection
 * everywhere comes on top. Roles are read when they are asked for, those of a project or of a
 * connection at once: somebody who made ten thousand connections has twenty thousand of them. For
 * one transaction.
 */
public final class Standing {
  private final Person person;
  private final RoleAssignments assignments;
  private final Map<RoleResource, Role> roles = new HashMap<>();
  private final Set<UUID> knownProjects = new HashSet<>();
  private final Set<UUID> knownConnections = new HashSet<>();
  private boolean knowsAll;

  /** Of that person, by the roles that stand there. */
  public Standing(Person person, RoleAssignments assignments) {
    this.person = person;
    this.assignments = assignments;
    this.knowsAll = person.administrator();
  }

  /** Reads all roles at once: for lists over many projects. */
  public Standing withAllRoles() {
    if (!knowsAll) {
      keep(assignments.of(person.id()));
      knowsAll = true;
    }
    return this;
  }

  /** Whether the person has anything to do with a project. */
  public boolean sees(Project project) {
    if (person.administrator()) {
      return true;
    }
    know(project.id());
    return roles.keySet().stream().anyMatch(on -> project.id().equals(on.project()));
  }

  /** What the person may do on the hub. */
  public Set<Power> onHub() {
    return person.administrator() ? EnumSet.allOf(Power.class) : EnumSet.noneOf(Power.class);
  }

  /** What the person may do with all connections of a project. */
  public Set<Power> on(Project project) {
    if (person.administrator()) {
      return EnumSet.allOf(Power.class);
    }
    know(project.id());
    return powers(RoleResource.project(project.id()));
  }

  /** What the person may do with a connection in a project. */
  public Set<Power> on(Connection connection, UUID project) {
    if (person.administrator()) {
      return EnumSet.allOf(Power.class);
    }
    if (!knownProjects.contains(project)) {
      know(connection);
    }
    RoleResource here = RoleResource.connection(project, connection.id());
    Set<Power> powers = everywhere(connection);
    powers.addAll(roles.containsKey(here) ? powers(here) : powers(RoleResource.project(project)));
    return powers;
  }

  /** What the person may do with a connection in any of its projects. */
  public Set<Power> on(Connection connection) {
    if (person.administrator()) {
      return EnumSet.allOf(Power.class);
    }
    know(connection);
    Set<Power> powers = everywhere(connection);
    for (ProjectReference reference : connection.references()) {
      powers.addAll(on(connection, reference.project().id()));
    }
    return powers;
  }

  private void know(UUID project) {
    if (!knowsAll && knownProjects.add(project)) {
      keep(assignments.inProject(person.id(), project));
    }
  }

  private void know(Connection connection) {
    if (!knowsAll && knownConnections.add(connection.id())) {
      keep(assignments.onConnection(person.id(), connection.id()));
    }
  }

  private void keep(List<RoleAssignment> found) {
    found.forEach(each -> roles.put(each.on(), each.role()));
  }

  private Set<Power> everywhere(Connection connection) {
    RoleResource everywhere = RoleResource.everywhere(connection.id());
    Set<Power> powers = powers(everywhere);
    if (roles.get(everywhere) == Role.ADMINISTRATOR) {
      powers.add(Power.OWN);
    }
    return powers;
  }

  private Set<Power> powers(RoleResource on) {
    Role role = roles.get(on);
    return role == null ? EnumSet.noneOf(Power.class) : EnumSet.copyOf(role.powers());
  }
}
