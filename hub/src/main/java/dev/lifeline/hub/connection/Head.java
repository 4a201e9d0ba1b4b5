package dev.lifeline.hub.connection;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Power;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What stands above each of a connection's pages.
 *
 * @param name in the project
 * @param place the connection's first page
 * @param powers what the viewer may do with it
 */
public record Head(String name, String place, Tab tab, Set<Power> powers) {
  public Head {
    powers = powers.isEmpty() ? EnumSet.noneOf(Power.class) : EnumSet.copyOf(powers);
  }

  /** The pages of a connection, side by side. */
  public enum Tab {
    OVERVIEW(""),
    HISTORY("/history"),
    SECURITY("/security");

    private final String path;

    Tab(String path) {
      this.path = path;
    }

    /** The key of its name. */
    public String key() {
      return "connection.tab." + name().toLowerCase(Locale.ROOT);
    }

    /** What follows the connection's own path. */
    public String path() {
      return path;
    }
  }

  static Head of(Call call, Tab tab) {
    Connection connection = call.connection();
    return new Head(
        call.reference(connection).name(),
        Places.of(call, connection),
        tab,
        call.powersOn(connection));
  }

  /** Whether the viewer may act through it. */
  public boolean mayUse() {
    return powers.contains(Power.USE);
  }

  /** Whether the viewer may rename it here, give roles, and take it away. */
  public boolean mayManage() {
    return powers.contains(Power.MANAGE);
  }

  /** Whether the viewer may change everything. */
  public boolean owns() {
    return powers.contains(Power.OWN);
  }
}
