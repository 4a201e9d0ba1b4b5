package dev.lifeline.emulator.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiecesTest {
  private static final ByteRange EVERYTHING = new ByteRange(0, Long.MAX_VALUE - 1);

  @TempDir private Path folder;
  private Pieces pieces;

  @BeforeEach
  void open() throws IOException {
    pieces = new Pieces(folder, 0);
  }

  @Test
  void a_body_that_ends_early_leaves_nothing() {
    var body = new ByteArrayInputStream(new byte[9]);

    assertThatThrownBy(() -> pieces.write(body, 10, new Checksums(false, false)))
        .isInstanceOf(EOFException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_reader_finishes_the_version_that_it_began() throws IOException {
    List<Piece> blob = List.of(piece("old "), piece("version"));
    var read = new ByteArrayOutputStream();

    pieces.read(blob, EVERYTHING, new OnFirstWrite(read, () -> pieces.release(blob)));

    assertThat(read.toString(StandardCharsets.UTF_8)).isEqualTo("old version");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void what_a_crash_has_left_is_cleared_away() throws IOException {
    Piece held = piece("held");
    Files.writeString(folder.resolve("99.bytes"), "orphan");

    pieces.deleteOrphans();

    assertThat(folder).isDirectoryContaining("glob:**/" + held.number() + ".bytes");
    assertThat(folder).isDirectoryNotContaining("glob:**/99.bytes");
  }

  private Piece piece(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return pieces.write(new ByteArrayInputStream(bytes), bytes.length, new Checksums(false, false));
  }

  /** Does something as soon as the first bytes pass. */
  private static final class OnFirstWrite extends OutputStream {
    private final OutputStream out;
    private final Runnable action;
    private boolean done;

    OnFirstWrite(OutputStream out, Runnable action) {
      this.out = out;
      this.action = action;
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      if (!done) {
        done = true;
        action.run();
      }
    }
  }
}
