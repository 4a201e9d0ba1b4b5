package dev.lifeline.core.blob;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.BulkConnection;
import dev.lifeline.core.http.Content;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.model.BlockCheck;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.problem.LifelineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends single blocks, and judges what the store says to them. Thread-safe. */
final class BlockSender {
  private static final String DOES = "take a block of the file";

  private final BlobCalls calls;
  private final BlobAddress address;
  private final SourceFile file;
  private final FileReading reading;
  private final Tries tries;
  private final Tally tally;
  private final PieceBuffers buffers = new PieceBuffers();
  private volatile BlockCheck check;

  BlockSender(
      BlobCalls calls, BlobAddress address, SourceFile file, FileReading reading, Sending sending) {
    this.calls = calls;
    this.address = address;
    this.file = file;
    this.reading = reading;
    this.tries = sending.tries();
    this.tally = sending.tally();
    this.check = sending.check();
  }

  /**
   * How to go about it.
   *
   * @param tries patience
   * @param tally hears of bytes
   * @param check what to begin with
   */
  record Sending(Tries tries, Tally tally, BlockCheck check) {}

  /** Returns when the store has taken the block. */
  void send(String id, UploadBlock block, BulkConnection connection, Pace.Carrier carrier) {
    ByteBuffer buffer = buffers.take();
    try {
      send(id, new BlockContent(block, buffer, carrier), connection);
    } finally {
      buffers.giveBack(buffer);
    }
  }

  private void send(String id, BlockContent content, BulkConnection connection) {
    AtomicInteger damages = new AtomicInteger();
    tries.until(
        () -> {
          while (true) {
            SasUrl url = address.now();
            BlockCheck by = check;
            Answer answer = sent(connection, calls.putBlock(url, id, content.header(by)), content);
            if (answer.isSuccess()) {
              return Optional.empty();
            }
            content.takeBack();
            if (!mayMend(answer, url, by, damages)) {
              return Optional.of(tries.setback(answer, address.refusal(answer, url, DOES), false));
            }
          }
        });
  }

  private static Answer sent(BulkConnection connection, Request request, BlockContent content) {
    try {
      return connection.send(request, content);
    } catch (LifelineException e) {
      content.takeBack();
      throw e;
    }
  }

  /** Whether the same block is to be sent once more at once, since something was put right. */
  private boolean mayMend(Answer answer, SasUrl url, BlockCheck by, AtomicInteger damages) {
    if (by == BlockCheck.CRC64 && BlobRefusals.isUnknownCheck(answer)) {
      check = BlockCheck.MD5;
      return true;
    }
    if (BlobRefusals.isDamage(answer)) {
      file.requireUnchanged();
      return damages.incrementAndGet() == 1; // Blob transfer: damaged on the way, which may pass
    }
    return address.isOutdated(answer, url) && address.isRenewed(url);
  }

  /** A block straight from the file. */
  private final class BlockContent implements Content {
    private final UploadBlock block;
    private final ByteBuffer buffer;
    private final Pace.Carrier carrier;
    private long told;

    BlockContent(UploadBlock block, ByteBuffer buffer, Pace.Carrier carrier) {
      this.block = block;
      this.buffer = buffer;
      this.carrier = carrier;
    }

    /** What the store is to check it by. */
    Map.@Nullable Entry<String, String> header(BlockCheck by) {
      return switch (by) {
        case NONE -> null;
        case CRC64 -> Map.entry("x-ms-content-crc64", Crc64.header(block.crc64()));
        case MD5 -> Map.entry("Content-MD5", md5());
      };
    }

    /** Of the block as it is now, which has to be what went into the hash of the whole. */
    private String md5() {
      MessageDigest md5 = Hashes.md5();
      Crc64 crc = new Crc64();
      reading.read(
          block.offset(),
          block.length(),
          buffer,
          piece -> {
            md5.update(piece);
            crc.update(piece.rewind());
          });
      if (crc.value() != block.crc64()) {
        throw file.changed().raise();
      }
      return Base64.getEncoder().encodeToString(md5.digest());
    }

    @Override
    public long length() {
      return block.length();
    }

    @Override
    public void writeTo(WritableByteChannel out) throws IOException {
      carrier.begins();
      reading.read(
          block.offset(),
          block.length(),
          buffer,
          piece -> {
            int count = out.write(piece);
            told += count;
            tally.add(count);
          });
    }

    void takeBack() {
      tally.takeBack(told);
      told = 0;
    }
  }
}
