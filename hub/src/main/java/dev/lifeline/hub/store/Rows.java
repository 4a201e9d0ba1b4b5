package dev.lifeline.hub.store;

import dev.lifeline.hub.model.Mark;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Project;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** How columns become values. */
final class Rows {
  private Rows() {}

  static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class), column);
  }

  static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /** An id to bind that may be null: JDBI takes a null id for a text, PostgreSQL does not. */
  static Argument maybe(@Nullable UUID id) {
    return (position, statement, context) -> statement.setObject(position, id);
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getTimestamp(column), column).toInstant();
  }

  static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  static Mark mark(ResultSet row, String by, String at) throws SQLException {
    return new Mark(id(row, by), time(row, at));
  }

  /** Of a row that holds the columns of a person, the id as {@code person_id}. */
  static Person person(ResultSet row) throws SQLException {
    return new Person(
        id(row, "person_id"),
        text(row, "display_name"),
        text(row, "unique_name"),
        row.getBoolean("administrator"));
  }

  /** Of a row that holds a project's id, organization and name as {@code project_…}. */
  static Project project(ResultSet row) throws SQLException {
    return new Project(
        id(row, "project_id"), id(row, "organization_id"), text(row, "project_name"));
  }
}
