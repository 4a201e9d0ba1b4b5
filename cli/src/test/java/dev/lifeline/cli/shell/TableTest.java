package dev.lifeline.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void each_column_is_as_wide_as_its_widest_cell() {
    Table table = new Table("NAME", "SIZE").row("a", "1 B").row("longer", "12 KiB");

    assertThat(table.lines()).containsExactly("NAME    SIZE", "a       1 B", "longer  12 KiB");
  }

  @Test
  void a_long_cell_is_cut_except_in_the_last_column() {
    String text = "x".repeat(60);

    assertThat(new Table("A", "B").row(text, text).lines().get(1))
        .isEqualTo("x".repeat(47) + "\u2026  " + text);
  }

  @Test
  void foreign_text_breaks_no_row() {
    assertThat(new Table("A", "B").row("a\nb", "##vso[x]").lines())
        .containsExactly("A    B", "a\ufffdb  # #vso[x]");
  }
}
