package dev.lifeline.emulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lists that are replaced, never changed. */
final class Rows {

  private Rows() {}

  /** The rows with {@code row} in place of the first that is the same thing, or at the end. */
  static <T> List<T> put(List<T> rows, T row, Predicate<T> same) {
    List<T> copy = new ArrayList<>(rows);
    for (int i = 0; i < copy.size(); i++) {
      if (same.test(copy.get(i))) {
        copy.set(i, row);
        return copy;
      }
    }
    copy.add(row);
    return copy;
  }
}
