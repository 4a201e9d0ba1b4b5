package dev.lifeline.core.lcs;

import dev.lifeline.core.model.Page;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists that LCS gives out in pages (LCS API: environments). */
final class Pages {
  private Pages() {}

  /**
   * What LCS says of a page.
   *
   * @param asked which page was asked for
   * @param current which one LCS says it is, or null
   * @param hasMore whether LCS says that another follows, or null
   */
  record Mark(int asked, @Nullable Integer current, @Nullable Boolean hasMore) {}

  /**
   * The page. One that is empty, or is not the one that was asked for, is the last, whatever LCS
   * says: the walk would never end.
   */
  static <J, T> Page<T> page(Mark mark, @Nullable List<J> data, Function<J, T> reader) {
    List<T> rows =
        data == null ? List.of() : data.stream().filter(Objects::nonNull).map(reader).toList();
    Integer current = mark.current();
    boolean answersTheQuestion = current == null || current == mark.asked();
    boolean more = Boolean.TRUE.equals(mark.hasMore()) && answersTheQuestion && !rows.isEmpty();
    return new Page<>(mark.asked(), rows, more);
  }

  /** All rows of all pages; the first page is asked for at once, each other when it is needed. */
  static <T> Stream<T> walk(IntFunction<Page<T>> ask) {
    return Stream.iterate(
            Optional.of(ask.apply(1)),
            Optional::isPresent,
            page -> page.filter(Page::hasMore).map(it -> ask.apply(it.number() + 1)))
        .flatMap(Optional::stream)
        .flatMap(page -> page.rows().stream());
  }
}
