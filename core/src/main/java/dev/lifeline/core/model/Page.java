package dev.lifeline.core.model;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param number which page it is, from 1
 * @param rows what is on it; may be empty
 * @param hasMore whether LCS says that another page follows
 * @param <T> what the list is of
 */
public record Page<T>(int number, List<T> rows, boolean hasMore) {
  public Page {
    rows = List.copyOf(rows);
  }
}
