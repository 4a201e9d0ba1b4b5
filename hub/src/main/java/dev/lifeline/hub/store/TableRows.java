package dev.lifeline.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every table of the hub as it is in the schema, row by row: for what has to take all of them along
 * without knowing any. Values are texts, whole numbers, booleans and null. For one thread.
 */
public final class TableRows {
  private static final String HISTORY = "flyway_schema_history";
  private static final int BATCH = 500;

  private final Connection connection;

  TableRows(Connection connection) {
    this.connection = connection;
  }

  /** Takes rows one after the other. */
  public interface Sink extends Consumer<Map<String, @Nullable Object>> {}

  /** The tables, each after those that it refers to. */
  public List<String> tables() {
    return ask(
        () -> {
          Map<String, Set<String>> waiting = new TreeMap<>();
          try (ResultSet row = connection.getMetaData().getTables(null, schema(), "%", null)) {
            while (row.next()) {
              String name = row.getString("TABLE_NAME");
              if (row.getString("TABLE_TYPE").endsWith("TABLE") && !name.equals(HISTORY)) {
                waiting.put(name, parents(name));
              }
            }
          }
          return inOrder(waiting);
        });
  }

  /** How many rows a table has. */
  public long size(String table) {
    return ask(
        () -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  /** Removes all rows of a table. */
  public void clear(String table) {
    ask(
        () -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("delete from " + table);
          }
        });
  }

  /**
   * Reads a table, a row at a time.
   *
   * @return how many rows there are
   */
  public long read(String table, Sink sink) {
    return ask(
        () -> {
          List<Column> columns = columns(table);
          String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
          long count = 0;
          try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(BATCH);
            try (ResultSet row = statement.executeQuery("select " + names + " from " + table)) {
              while (row.next()) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                for (Column column : columns) {
                  values.put(column.name(), column.kind().read(row, column.name()));
                }
                sink.accept(values);
                count++;
              }
            }
          }
          return count;
        });
  }

  /** Adds rows to a table, a batch at a time; numbers that count up by themselves stay theirs. */
  public void insert(String table, Iterator<Map<?, ?>> rows) {
    ask(
        () -> {
          List<Column> columns = columns(table);
          try (PreparedStatement statement =
              connection.prepareStatement(insertion(table, columns))) {
            int pending = 0;
            while (rows.hasNext()) {
              Map<?, ?> row = rows.next();
              for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                column.kind().write(statement, i + 1, row.get(column.name()));
              }
              statement.addBatch();
              if (++pending % BATCH == 0) {
                statement.executeBatch();
              }
            }
            statement.executeBatch();
          }
          return true;
        });
  }

  /** The column of a table that counts up by itself; null when it has none. */
  public @Nullable String counter(String table) {
    return counter(ask(() -> columns(table)));
  }

  /** Lets a table's counter go on from there. H2 ends the transaction with it. */
  public void count(String table, long next) {
    String column = counter(table);
    ask(
        () -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(
                "alter table " + table + " alter column " + column + " restart with " + next);
          }
        });
  }

  private record Column(String name, ColumnKind kind, boolean counts) {}

  private static @Nullable String counter(List<Column> columns) {
    return columns.stream().filter(Column::counts).map(Column::name).findFirst().orElse(null);
  }

  private static String insertion(String table, List<Column> columns) {
    return "insert into "
        + table
        + columns.stream().map(Column::name).collect(Collectors.joining(", ", " (", ")"))
        + (counter(columns) == null ? "" : " overriding system value")
        + columns.stream().map(each -> "?").collect(Collectors.joining(", ", " values (", ")"));
  }

  private List<Column> columns(String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (ResultSet row = connection.getMetaData().getColumns(null, schema(), table, "%")) {
      while (row.next()) {
        ColumnKind kind = ColumnKind.of(row.getInt("DATA_TYPE"), row.getString("TYPE_NAME"));
        boolean counts = "YES".equals(row.getString("IS_AUTOINCREMENT"));
        columns.add(new Column(row.getString("COLUMN_NAME"), kind, counts));
      }
    }
    return columns;
  }

  private Set<String> parents(String table) throws SQLException {
    Set<String> parents = new LinkedHashSet<>();
    try (ResultSet row = connection.getMetaData().getImportedKeys(null, schema(), table)) {
      while (row.next()) {
        parents.add(row.getString("PKTABLE_NAME"));
      }
    }
    parents.remove(table);
    return parents;
  }

  private static List<String> inOrder(Map<String, Set<String>> waiting) {
    List<String> order = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Collection<String> ready =
          waiting.entrySet().stream()
              .filter(each -> order.containsAll(each.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + waiting);
      }
      order.addAll(ready);
      waiting.keySet().removeAll(ready);
    }
    return order;
  }

  private String schema() throws SQLException {
    return connection.getSchema();
  }

  /** A question to the database. */
  @FunctionalInterface
  private interface Question<T extends @Nullable Object> {
    T ask() throws SQLException;
  }

  private static <T extends @Nullable Object> T ask(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused: " + e.getSQLState(), e);
    }
  }
}
