package dev.lifeline.hub.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a column holds, the same in both databases, and how that is written as JSON. */
enum ColumnKind {
  TEXT {
    @Override
    @Nullable Object value(ResultSet row, String column) throws SQLException {
      return row.getString(column);
    }

    @Override
    Object argument(Object value) {
      return value.toString();
    }
  },
  ID {
    @Override
    @Nullable Object value(ResultSet row, String column) throws SQLException {
      return String.valueOf(row.getObject(column));
    }

    @Override
    Object argument(Object value) {
      return UUID.fromString(value.toString());
    }
  },
  NUMBER {
    @Override
    @Nullable Object value(ResultSet row, String column) throws SQLException {
      return row.getLong(column);
    }

    @Override
    Object argument(Object value) {
      return Long.valueOf(value.toString());
    }
  },
  FLAG {
    @Override
    @Nullable Object value(ResultSet row, String column) throws SQLException {
      return row.getBoolean(column);
    }

    @Override
    Object argument(Object value) {
      return Boolean.valueOf(value.toString());
    }
  },
  TIME {
    @Override
    @Nullable Object value(ResultSet row, String column) throws SQLException {
      OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
      return time == null ? null : time.toInstant().toString();
    }

    @Override
    Object argument(Object value) {
      return Instant.parse(value.toString()).atOffset(ZoneOffset.UTC);
    }
  },
  BYTES {
    @Override
    @Nullable Object value(ResultSet row, String column) throws SQLException {
      byte[] bytes = row.getBytes(column);
      return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    Object argument(Object value) {
      return Base64.getDecoder().decode(value.toString());
    }
  };

  /**
   * The kind of a column.
   *
   * @throws IllegalStateException for one that no migration has used so far
   */
  static ColumnKind of(int type, String typeName) {
    if (typeName.toLowerCase(Locale.ROOT).equals("uuid")) {
      return ID;
    }
    return switch (type) {
      case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> NUMBER;
      case Types.BOOLEAN, Types.BIT -> FLAG;
      case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP -> TIME;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
      default -> throw new IllegalStateException("no backup of columns of type " + typeName);
    };
  }

  /** The value as a text, a whole number, a boolean or null. */
  final @Nullable Object read(ResultSet row, String column) throws SQLException {
    Object value = value(row, column);
    return row.wasNull() ? null : value;
  }

  /** Binds what {@link #read} has read. */
  final void write(PreparedStatement statement, int position, @Nullable Object value)
      throws SQLException {
    statement.setObject(position, value == null ? null : argument(value));
  }

  abstract @Nullable Object value(ResultSet row, String column) throws SQLException;

  abstract Object argument(Object value);
}
