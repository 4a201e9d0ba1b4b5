package dev.lifeline.hub.store;

import dev.lifeline.hub.model.Role;
import dev.lifeline.hub.model.RoleAssignment;
import dev.lifeline.hub.model.RoleResource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who has which role on what. */
public final class RoleAssignments {
  private static final String ASSIGNMENT =
      "select a.project_id, a.connection_id, a.role, a.person_id, p.display_name, p.unique_name,"
          + " p.administrator from role_assignments a join people p on p.id = a.person_id ";

  private final Handle handle;

  RoleAssignments(Handle handle) {
    this.handle = handle;
  }

  /** The roles that were given on a resource itself, by the person's name. */
  public List<RoleAssignment> on(RoleResource resource) {
    return handle
        .createQuery(ASSIGNMENT + "where a.resource = :resource order by p.unique_key")
        .bind("resource", resource.id())
        .map((row, context) -> assignment(row))
        .list();
  }

  /** All roles that a person has. */
  public List<RoleAssignment> of(UUID person) {
    return handle
        .createQuery(ASSIGNMENT + "where a.person_id = :person")
        .bind("person", person)
        .map((row, context) -> assignment(row))
        .list();
  }

  /** The roles that a person has in a project, and everywhere on the connections that it knows. */
  public List<RoleAssignment> inProject(UUID person, UUID project) {
    return handle
        .createQuery(
            ASSIGNMENT
                + "where a.person_id = :person and a.project_id = :project union all "
                + ASSIGNMENT
                + "join connection_projects c on c.connection_id = a.connection_id"
                + " where a.person_id = :person and a.project_id is null"
                + " and c.project_id = :project")
        .bind("person", person)
        .bind("project", project)
        .map((row, context) -> assignment(row))
        .list();
  }

  /** The roles that a person has on a connection, and on all of a project that knows it. */
  public List<RoleAssignment> onConnection(UUID person, UUID connection) {
    return handle
        .createQuery(
            ASSIGNMENT
                + "where a.person_id = :person and a.connection_id = :connection union all "
                + ASSIGNMENT
                + "join connection_projects c on c.project_id = a.project_id"
                + " where a.person_id = :person and a.connection_id is null"
                + " and c.connection_id = :connection")
        .bind("person", person)
        .bind("connection", connection)
        .map((row, context) -> assignment(row))
        .list();
  }

  /** Gives a person a role, in place of the one that it has on that resource. */
  public void put(RoleResource resource, UUID person, Role role) {
    remove(resource, person);
    handle
        .createUpdate(
            "insert into role_assignments (resource, person_id, role, project_id, connection_id)"
                + " values (:resource, :person, :role, :project, :connection)")
        .bind("resource", resource.id())
        .bind("person", person)
        .bind("role", role.name())
        .bind("project", Rows.maybe(resource.project()))
        .bind("connection", Rows.maybe(resource.connection()))
        .execute();
  }

  /** Takes a person's role on that resource away; nothing happens when it has none. */
  public void remove(RoleResource resource, UUID person) {
    handle
        .createUpdate(
            "delete from role_assignments where resource = :resource and person_id = :person")
        .bind("resource", resource.id())
        .bind("person", person)
        .execute();
  }

  private static RoleAssignment assignment(ResultSet row) throws SQLException {
    return new RoleAssignment(
        new RoleResource(Rows.idOrNull(row, "project_id"), Rows.idOrNull(row, "connection_id")),
        Rows.person(row),
        Role.valueOf(Rows.text(row, "role")));
  }
}
