package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"geheim-ÄÖ€", "geheim-ÄÖ€\n", "geheim-ÄÖ€\r\n", "\uFEFFgeheim-ÄÖ€\r\n"})
  void one_line_break_at_the_end_and_a_byte_order_mark_are_no_part_of_it(String content)
      throws IOException {
    assertThat(PasswordFile.read(file(content)).reveal()).isEqualTo("geheim-ÄÖ€");
  }

  @Test
  void only_one_line_break_is_cut_off() throws IOException {
    assertThat(PasswordFile.read(file("geheim\n\n")).reveal()).isEqualTo("geheim\n");
  }

  @Test
  void a_file_that_does_not_exist_has_its_own_error() {
    Problem problem = Samples.problem(() -> PasswordFile.read(folder.resolve("none")));

    assertThat(problem.code()).isEqualTo(ProblemCode.FILE_NOT_FOUND);
    assertThat(problem.message()).contains("none'");
  }

  @Test
  void a_folder_has_its_own_error() {
    assertThat(Samples.problem(() -> PasswordFile.read(folder)).code())
        .isEqualTo(ProblemCode.FILE_IS_FOLDER);
  }

  @Test
  void a_path_through_a_file_cannot_be_read() throws IOException {
    Path through = file("x").resolve("password");

    assertThat(Samples.problem(() -> PasswordFile.read(through)).code())
        .isEqualTo(ProblemCode.FILE_UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\uFEFF"})
  void a_file_without_a_password_is_empty(String content) throws IOException {
    Path file = file(content);

    assertThat(Samples.problem(() -> PasswordFile.read(file)).code())
        .isEqualTo(ProblemCode.FILE_EMPTY);
  }

  @Test
  void another_encoding_is_refused_without_showing_the_password() throws IOException {
    Path file = folder.resolve("password");
    Files.write(file, "canary-Ü".getBytes(StandardCharsets.UTF_16));

    Problem problem = Samples.problem(() -> PasswordFile.read(file));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.message()).endsWith("is not UTF-8 text");
    assertThat(problem.toString()).doesNotContain("canary");
  }

  @Test
  void a_whole_document_is_no_password() throws IOException {
    Path file = file("canary".repeat(1000));

    Problem problem = Samples.problem(() -> PasswordFile.read(file));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(problem.toString()).doesNotContain("canarycanary");
  }

  @Test
  void standard_input_is_read_by_the_same_rules() throws IOException {
    var in = new ByteArrayInputStream("geheim\n".getBytes(StandardCharsets.UTF_8));

    assertThat(PasswordFile.of(in, "standard input").reveal()).isEqualTo("geheim");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("password"), content);
  }
}
