package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.Call;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a Put Blob or Put Block on its way into the store, checked against the checksum that
 * its request claims.
 */
final class IncomingBody {
  static final String MD5 = "Content-MD5";
  static final String CRC64 = "x-ms-content-crc64";

  private final Call call;
  private final long length;
  private final @Nullable String md5;
  private final @Nullable String crc64;

  private IncomingBody(Call call, long length, @Nullable String md5, @Nullable String crc64) {
    this.call = call;
    this.length = length;
    this.md5 = md5;
    this.crc64 = crc64;
  }

  /** Bytes that have arrived, and their MD5 if it was wanted. */
  record Received(Piece piece, @Nullable String md5) {}

  /** The body of this request, if it says how long it is, and is not too long. */
  static IncomingBody of(Call call, long limit) throws BlobRefusedException {
    Optional<String> declared = call.header("Content-Length");
    if (declared.isEmpty() || call.header("Transfer-Encoding").isPresent()) {
      throw BlobError.MISSING_CONTENT_LENGTH_HEADER.refusal();
    }
    long length = Long.parseLong(declared.get());
    if (length > limit) {
      throw BlobError.REQUEST_BODY_TOO_LARGE.refusal();
    }
    Optional<String> md5 = call.header(MD5);
    Optional<String> crc64 = call.header(CRC64);
    if (md5.isPresent() && crc64.isPresent()) {
      throw BlobError.INVALID_HEADER_VALUE.refusal("HeaderName", CRC64);
    }
    return new IncomingBody(call, length, md5.orElse(null), crc64.orElse(null));
  }

  /** The same body, with this MD5 claimed too: that of Put Blob's own header goes before. */
  IncomingBody claiming(@Nullable String blobMd5) {
    return new IncomingBody(call, length, blobMd5 == null ? md5 : blobMd5, crc64);
  }

  /** Stores the bytes; refused, and not kept, when they are not the ones that were claimed. */
  Received receive(BlobStore store, boolean wantsMd5) throws IOException, BlobRefusedException {
    var checksums = new Checksums(wantsMd5 || md5 != null, crc64 != null);
    Piece piece = store.receive(call.body(), length, checksums);
    String actualMd5 = wantsMd5 || md5 != null ? checksums.md5() : null;
    BlobError mismatch = mismatch(actualMd5, checksums);
    if (mismatch != null) {
      store.release(piece);
      throw mismatch.refusal();
    }
    return new Received(piece, actualMd5);
  }

  private @Nullable BlobError mismatch(@Nullable String actualMd5, Checksums checksums) {
    if (md5 != null && !md5.equals(actualMd5)) {
      return BlobError.MD5_MISMATCH;
    }
    if (crc64 != null && !crc64.equals(checksums.crc64())) {
      return BlobError.CRC64_MISMATCH;
    }
    return null;
  }
}
