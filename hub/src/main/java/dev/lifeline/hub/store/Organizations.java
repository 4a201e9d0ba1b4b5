package dev.lifeline.hub.store;

import dev.lifeline.hub.model.Organization;
import dev.lifeline.hub.model.Project;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Organizations and their projects. */
public final class Organizations {
  private static final String PROJECT =
      "select id as project_id, organization_id, name as project_name from projects ";

  private final Handle handle;

  Organizations(Handle handle) {
    this.handle = handle;
  }

  /** All organizations, by name. */
  public List<Organization> list() {
    return handle
        .createQuery("select id, name from organizations order by name_key")
        .map((row, context) -> new Organization(Rows.id(row, "id"), Rows.text(row, "name")))
        .list();
  }

  /** The organization of that name, without regard to case. */
  public Optional<Organization> named(String name) {
    return handle
        .createQuery("select id, name from organizations where name_key = :key")
        .bind("key", Names.key(name))
        .map((row, context) -> new Organization(Rows.id(row, "id"), Rows.text(row, "name")))
        .findOne();
  }

  /** Adds one; a name that is taken ends the transaction. */
  public void add(Organization organization) {
    handle
        .createUpdate("insert into organizations (id, name, name_key) values (:id, :name, :key)")
        .bind("id", organization.id())
        .bind("name", organization.name())
        .bind("key", Names.key(organization.name()))
        .execute();
  }

  /** The projects of an organization, by name. */
  public List<Project> projects(UUID organization) {
    return handle
        .createQuery(PROJECT + "where organization_id = :organization order by name_key")
        .bind("organization", organization)
        .map((row, context) -> Rows.project(row))
        .list();
  }

  /** The project of that id. */
  public Optional<Project> project(UUID id) {
    return handle
        .createQuery(PROJECT + "where id = :id")
        .bind("id", id)
        .map((row, context) -> Rows.project(row))
        .findOne();
  }

  /** The project of that name in an organization, without regard to case. */
  public Optional<Project> projectNamed(UUID organization, String name) {
    return handle
        .createQuery(PROJECT + "where organization_id = :organization and name_key = :key")
        .bind("organization", organization)
        .bind("key", Names.key(name))
        .map((row, context) -> Rows.project(row))
        .findOne();
  }

  /** Adds one; a name that is taken in the organization ends the transaction. */
  public void addProject(Project project) {
    handle
        .createUpdate(
            "insert into projects (id, organization_id, name, name_key)"
                + " values (:id, :organization, :name, :key)")
        .bind("id", project.id())
        .bind("organization", project.organization())
        .bind("name", project.name())
        .bind("key", Names.key(project.name()))
        .execute();
  }
}
