package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
  @TempDir Path folder;

  @Test
  void a_file_that_is_not_there_is_not_found() {
    Problem problem = Problems.of(() -> SourceFile.of(folder.resolve("none.zip")));

    assertThat(problem.code()).isEqualTo(ProblemCode.FILE_NOT_FOUND);
    assertThat(problem.message()).contains("none.zip");
  }

  @Test
  void a_folder_is_no_file() {
    assertThat(Problems.of(() -> SourceFile.of(folder)).code())
        .isEqualTo(ProblemCode.FILE_IS_FOLDER);
  }

  @Test
  void a_file_without_content_is_empty() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.zip"));

    assertThat(Problems.of(() -> SourceFile.of(file)).code()).isEqualTo(ProblemCode.FILE_EMPTY);
  }

  @Test
  void a_socket_cannot_be_read() throws IOException {
    Path socket = folder.resolve("socket");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));

      assertThat(Problems.of(() -> SourceFile.of(socket)).code())
          .isEqualTo(ProblemCode.FILE_UNREADABLE);
    }
  }

  @Test
  void a_file_knows_its_size() throws IOException {
    Path file = Files.write(folder.resolve("a.zip"), new byte[42]);

    assertThat(SourceFile.of(file).sizeBytes()).isEqualTo(42);
  }
}
