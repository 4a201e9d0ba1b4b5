package dev.lifeline.hub.store;

import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Labels;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Service connections and the projects that know them; their secrets are elsewhere. */
public final class Connections {
  /** One row a project that knows the connection. */
  private static final String CONNECTION =
      "select c.id, c.type, c.url, c.api_url, c.username, c.client_id, c.name, c.description,"
          + " c.owner, c.management_reference, c.created_by, c.created, c.changed_by, c.changed,"
          + " c.organization_id, r.name as reference_name, r.description as reference_description,"
          + " p.id as project_id, p.name as project_name"
          + " from connections c join connection_projects r on r.connection_id = c.id"
          + " join projects p on p.id = r.project_id ";

  private static final String ORDER = " order by c.created, c.id, r.position, p.name_key";

  private final Handle handle;

  Connections(Handle handle) {
    this.handle = handle;
  }

  /** The connection of that id. */
  public Optional<Connection> get(UUID id) {
    return read(handle.createQuery(CONNECTION + "where c.id = :id" + ORDER).bind("id", id)).stream()
        .findFirst();
  }

  /** The connections of an organization, the oldest first. */
  public List<Connection> of(UUID organization) {
    return read(
        handle
            .createQuery(CONNECTION + "where c.organization_id = :organization" + ORDER)
            .bind("organization", organization));
  }

  /** The connections that a project knows, the oldest first. */
  public List<Connection> in(UUID project) {
    return read(
        handle
            .createQuery(
                CONNECTION
                    + "where c.id in (select connection_id from connection_projects"
                    + " where project_id = :project)"
                    + ORDER)
            .bind("project", project));
  }

  /** Whether a project knows a connection by that name, without regard to case. */
  public boolean isTaken(UUID project, String name) {
    return handle
            .createQuery(
                "select count(*) from connection_projects"
                    + " where project_id = :project and name_key = :key")
            .bind("project", project)
            .bind("key", Names.key(name))
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Adds one with its references. */
  public void add(Connection connection) {
    bind(
            handle.createUpdate(
                "insert into connections (id, organization_id, type, url, api_url, username,"
                    + " client_id, name, description, owner, management_reference, created_by,"
                    + " created, changed_by, changed) values (:id, :organization, :type, :url,"
                    + " :apiUrl, :username, :clientId, :name, :description, :owner, :reference,"
                    + " :createdBy, :created, :changedBy, :changed)"),
            connection)
        .bind("organization", connection.organization())
        .bind("createdBy", connection.created().by())
        .bind("created", connection.created().at())
        .execute();
    connection.references().forEach(reference -> share(connection.id(), reference));
  }

  /** Replaces a connection's own fields; its references stay. */
  public void replace(Connection connection) {
    bind(
            handle.createUpdate(
                "update connections set type = :type, url = :url, api_url = :apiUrl,"
                    + " username = :username, client_id = :clientId, name = :name,"
                    + " description = :description, owner = :owner,"
                    + " management_reference = :reference, changed_by = :changedBy,"
                    + " changed = :changed where id = :id"),
            connection)
        .execute();
  }

  /** Lets a project know a connection; a name that is taken there ends the transaction. */
  public void share(UUID connection, ProjectReference reference) {
    int position =
        handle
            .createQuery("select count(*) from connection_projects where connection_id = :id")
            .bind("id", connection)
            .mapTo(Integer.class)
            .one();
    reference(
        "insert into connection_projects (connection_id, project_id, name, name_key, description,"
            + " position) values (:connection, :project, :name, :key, :description, "
            + position
            + ")",
        connection,
        reference);
  }

  /** Gives a connection another name or description in a project. */
  public void rename(UUID connection, ProjectReference reference) {
    reference(
        "update connection_projects set name = :name, name_key = :key, description = :description"
            + " where connection_id = :connection and project_id = :project",
        connection,
        reference);
  }

  /** Takes a connection from a project, with the roles and permissions that it has there. */
  public void unshare(UUID connection, UUID project) {
    for (String table : List.of("role_assignments", "execution_records", "connection_projects")) {
      handle
          .createUpdate(
              "delete from "
                  + table
                  + " where connection_id = :connection and project_id = :project")
          .bind("connection", connection)
          .bind("project", project)
          .execute();
    }
  }

  /** Removes a connection with everything that belongs to it, its secret too. */
  public void delete(UUID connection) {
    handle.createUpdate("delete from connections where id = :id").bind("id", connection).execute();
  }

  private void reference(String sql, UUID connection, ProjectReference reference) {
    handle
        .createUpdate(sql)
        .bind("connection", connection)
        .bind("project", reference.project().id())
        .bind("name", reference.name())
        .bind("key", Names.key(reference.name()))
        .bind("description", reference.description())
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Connection connection) {
    Target target = connection.target();
    Labels labels = connection.labels();
    return statement
        .bind("id", connection.id())
        .bind("type", target.type())
        .bind("url", target.url())
        .bind("apiUrl", target.apiUrl())
        .bind("username", target.username())
        .bind("clientId", target.clientId())
        .bind("name", labels.name())
        .bind("description", labels.description())
        .bind("owner", labels.owner())
        .bind("reference", labels.managementReference())
        .bind("changedBy", connection.changed().by())
        .bind("changed", connection.changed().at());
  }

  /** Rows of one connection follow each other; the key keeps them together all the same. */
  private static List<Connection> read(Query query) {
    Map<UUID, Connection> found = new LinkedHashMap<>();
    query
        .map((row, context) -> connection(row))
        .forEach(each -> found.merge(each.id(), each, Connections::joined));
    return List.copyOf(found.values());
  }

  private static Connection joined(Connection one, Connection other) {
    List<ProjectReference> references = new ArrayList<>(one.references());
    references.addAll(other.references());
    return new Connection(
        one.id(),
        one.organization(),
        one.target(),
        one.labels(),
        one.created(),
        one.changed(),
        references);
  }

  private static Connection connection(ResultSet row) throws SQLException {
    return new Connection(
        Rows.id(row, "id"),
        Rows.id(row, "organization_id"),
        new Target(
            Rows.text(row, "type"),
            Rows.text(row, "url"),
            Rows.text(row, "api_url"),
            Rows.text(row, "username"),
            Rows.text(row, "client_id")),
        new Labels(
            Rows.text(row, "name"),
            row.getString("description"),
            Rows.text(row, "owner"),
            row.getString("management_reference")),
        Rows.mark(row, "created_by", "created"),
        Rows.mark(row, "changed_by", "changed"),
        List.of(
            new ProjectReference(
                Rows.project(row),
                Rows.text(row, "reference_name"),
                row.getString("reference_description"))));
  }
}
