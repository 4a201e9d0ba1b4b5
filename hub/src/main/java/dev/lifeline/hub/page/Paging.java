package dev.lifeline.hub.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items what this page shows
 * @param newer where the part before it is, or null when it is the first
 * @param older where the part after it is, or null when it is the last
 */
public record Paging<T>(List<T> items, @Nullable String newer, @Nullable String older) {
  /** How many items a page has. */
  public static final int SIZE = 25;

  public Paging {
    items = List.copyOf(items);
  }

  /**
   * The part of a whole list with that number.
   *
   * @param number from 1; anything else is the first
   * @param place a place that ends in the number's parameter, such as {@code ?page=}
   */
  public static <T> Paging<T> of(List<T> all, String number, String place) {
    int last = Math.max(1, (all.size() + SIZE - 1) / SIZE);
    int asked = number.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(number) : 1;
    int page = Math.min(asked, last);
    int from = (page - 1) * SIZE;
    return new Paging<>(
        all.subList(from, Math.min(from + SIZE, all.size())),
        page == 1 ? null : place + (page - 1),
        page == last ? null : place + (page + 1));
  }
}
