package dev.lifeline.hub.chart;

import java.util.List;

/**
 * Bars on lanes below each other, above a line of time. It is drawn as wide as its place is.
 *
 * @param lanes from top to bottom
 * @param ticks of the line of time
 */
public record Chart(List<Lane> lanes, List<Tick> ticks) {
  private static final int LANE = 46;
  private static final int BELOW_NAME = 20;
  private static final int FOOT = 24;

  public Chart {
    lanes = List.copyOf(lanes);
    ticks = List.copyOf(ticks);
  }

  /**
   * A lane.
   *
   * @param name what stands above its bars
   */
  public record Lane(String name, List<Bar> bars) {
    public Lane {
      bars = List.copyOf(bars);
    }
  }

  /** In pixels. */
  public int height() {
    return lanes.size() * LANE + FOOT;
  }

  /** Where the line of time is, in pixels from the top. */
  public int foot() {
    return lanes.size() * LANE;
  }

  /** Where a lane's name stands, in pixels from the top. */
  public int nameOf(int lane) {
    return lane * LANE + BELOW_NAME - 5;
  }

  /** Where a lane's bars begin, in pixels from the top. */
  public int barsOf(int lane) {
    return lane * LANE + BELOW_NAME;
  }
}
