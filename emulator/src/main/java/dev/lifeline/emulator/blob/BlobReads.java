package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations that change nothing. */
final class BlobReads {
  /** The longest range of which the service gives a checksum. */
  private static final long CHECKSUM_LIMIT = 4L << 20;

  /** Headers of the answer that a SAS may set. */
  private static final Map<String, String> OVERRIDES =
      Map.of(
          "rscc", "Cache-Control",
          "rscd", "Content-Disposition",
          "rsce", "Content-Encoding",
          "rscl", "Content-Language",
          "rsct", BlobProperties.CONTENT_TYPE);

  private final BlobStore store;

  BlobReads(BlobStore store) {
    this.store = store;
  }

  Reply properties(Call call, BlobAddress address, Grant grant) throws BlobRefusedException {
    StoredBlob blob = readable(call, address, grant);
    return whole(call, blob);
  }

  Reply get(Call call, BlobAddress address, Grant grant) throws BlobRefusedException, IOException {
    StoredBlob blob = readable(call, address, grant);
    Optional<ByteRange> range =
        call.header("x-ms-range").or(() -> call.header("Range")).flatMap(ByteRange::of);
    return range.isEmpty() ? whole(call, blob) : part(call, blob, range.get());
  }

  Reply blockList(Call call, BlobAddress address, Grant grant) throws BlobRefusedException {
    grant.require('r');
    String type = call.queryParameters().getOrDefault("blocklisttype", "committed");
    if (!List.of("committed", "uncommitted", "all").contains(type)) {
      throw BlobError.INVALID_QUERY_PARAMETER_VALUE.refusal("QueryParameterName", "blocklisttype");
    }
    List<Block> uncommitted = store.uncommitted(address);
    Optional<StoredBlob> blob = store.find(address);
    if (blob.isEmpty() && uncommitted.isEmpty()) {
      throw BlobError.BLOB_NOT_FOUND.refusal();
    }
    List<Block> committed =
        blob.stream()
            .flatMap(it -> it.blocks().stream())
            .filter(block -> !block.id().isEmpty())
            .toList();
    Reply reply =
        Reply.status(200)
            .text(
                "application/xml",
                BlockListXml.write(
                    type.equals("uncommitted") ? List.of() : committed,
                    type.equals("committed") ? List.of() : uncommitted));
    return blob.map(it -> described(reply, it).header("x-ms-blob-content-length", "" + it.size()))
        .orElse(reply);
  }

  private StoredBlob readable(Call call, BlobAddress address, Grant grant)
      throws BlobRefusedException {
    grant.require('r');
    StoredBlob blob = store.find(address).orElseThrow(BlobError.BLOB_NOT_FOUND::refusal);
    new Conditions(call).checkReading(blob);
    return blob;
  }

  private Reply whole(Call call, StoredBlob blob) {
    var everything = new ByteRange(0, Long.MAX_VALUE - 1);
    return headers(call, blob, Reply.status(200)).stream(
        blob.size(), out -> store.read(blob, everything, out));
  }

  private Reply part(Call call, StoredBlob blob, ByteRange range)
      throws BlobRefusedException, IOException {
    long size = blob.size();
    if (!range.beginsWithin(size)) {
      throw BlobError.invalidRange(size);
    }
    long length = range.lengthWithin(size);
    var exact = new ByteRange(range.first(), range.first() + length - 1);
    Reply reply =
        headers(call, blob, Reply.status(206)).header("Content-Range", exact.contentRange(size));
    return withRangeChecksum(call, blob, exact, reply).stream(
        length, out -> store.read(blob, exact, out));
  }

  /** With a range, the MD5 of the whole blob goes under another name. */
  private Reply withRangeChecksum(Call call, StoredBlob blob, ByteRange range, Reply reply)
      throws BlobRefusedException, IOException {
    boolean md5 = isTrue(call, "x-ms-range-get-content-md5");
    boolean crc64 = isTrue(call, "x-ms-range-get-content-crc64");
    if (!md5 && !crc64) {
      return reply;
    }
    if ((md5 && crc64) || range.lengthWithin(blob.size()) > CHECKSUM_LIMIT) {
      throw BlobError.INVALID_HEADER_VALUE.refusal(
          "HeaderName", md5 ? "x-ms-range-get-content-md5" : "x-ms-range-get-content-crc64");
    }
    var content = new ByteArrayOutputStream();
    store.read(blob, range, content);
    var checksums = new Checksums(md5, crc64);
    checksums.update(content.toByteArray(), 0, content.size());
    return md5
        ? reply.header(IncomingBody.MD5, checksums.md5())
        : reply.header(IncomingBody.CRC64, checksums.crc64());
  }

  private static boolean isTrue(Call call, String header) {
    return call.header(header).map(value -> value.equalsIgnoreCase("true")).orElse(false);
  }

  private static Reply headers(Call call, StoredBlob blob, Reply reply) {
    Reply answer = described(reply, blob).header("Accept-Ranges", "bytes");
    for (Map.Entry<String, String> property : blob.properties().entrySet()) {
      boolean elsewhere =
          reply.status() == 206 && property.getKey().equals(BlobProperties.CONTENT_MD5);
      answer =
          answer.header(
              elsewhere ? BlobProperties.BLOB_CONTENT_MD5 : property.getKey(), property.getValue());
    }
    for (Map.Entry<String, String> override : OVERRIDES.entrySet()) {
      String value = call.queryParameters().get(override.getKey());
      answer = value == null ? answer : answer.header(override.getValue(), value);
    }
    return answer;
  }

  private static Reply described(Reply reply, StoredBlob blob) {
    return reply
        .header("ETag", blob.etag())
        .header("Last-Modified", HttpTime.format(blob.lastModified()))
        .header("x-ms-blob-type", "BlockBlob")
        .header("x-ms-lease-state", "available")
        .header("x-ms-lease-status", "unlocked")
        .header("x-ms-server-encrypted", "true");
  }
}
