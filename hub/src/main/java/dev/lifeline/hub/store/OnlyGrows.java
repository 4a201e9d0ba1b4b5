package dev.lifeline.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** What H2 calls before a row of the audit log would be changed or removed. */
public final class OnlyGrows implements Trigger {
  /** For H2, which makes one. */
  public OnlyGrows() {}

  @Override
  public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow)
      throws SQLException {
    throw new SQLException("the audit log only grows");
  }
}
