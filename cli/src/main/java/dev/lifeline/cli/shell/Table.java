package dev.lifeline.cli.shell;

import dev.lifeline.core.text.ForeignText;
import java.util.ArrayList;
import java.util.List;

/** Rows under a head, each column as wide as its widest cell. */
public final class Table {
  private static final int WIDEST = 48;

  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... head) {
    rows.add(List.of(head));
  }

  /** Adds a row with as many cells as the head. */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** The table, a line a row. */
  public List<String> lines() {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      int index = column;
      widths.add(rows.stream().mapToInt(row -> cell(row, index).length()).max().orElse(0));
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = cell(row, column);
      line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private static String cell(List<String> row, int column) {
    String text = ForeignText.line(row.get(column));
    boolean last = column == row.size() - 1;
    return last || text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "\u2026";
  }
}
