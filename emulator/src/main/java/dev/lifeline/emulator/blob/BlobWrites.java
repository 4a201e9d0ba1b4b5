package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The operations that change something. */
final class BlobWrites {
  private static final long MIB = 1L << 20;
  private static final long BLOB_LIMIT = 5000 * MIB;
  private static final long BLOCK_LIMIT = 4000 * MIB;

  /** 50,000 ids of 88 characters, with their elements. */
  private static final int BLOCK_LIST_LIMIT = 8 << 20;

  private final BlobStore store;

  BlobWrites(BlobStore store) {
    this.store = store;
  }

  Reply createContainer(String name, Grant grant) throws BlobRefusedException, IOException {
    grant.requireOwner();
    if (!store.createContainer(name)) {
      throw BlobError.CONTAINER_ALREADY_EXISTS.refusal();
    }
    return Reply.status(201);
  }

  Reply putBlob(Call call, BlobAddress address, Grant grant)
      throws BlobRefusedException, IOException {
    Precondition condition = grant.toPutBlob().and(new Conditions(call)::checkWriting);
    condition.check(store.find(address).orElse(null));
    requireBlockBlob(call);
    IncomingBody.Received received =
        IncomingBody.of(call, BLOB_LIMIT)
            .claiming(call.header(BlobProperties.BLOB_CONTENT_MD5).orElse(null))
            .receive(store, true);
    String md5 = Objects.requireNonNull(received.md5());
    try {
      Map<String, String> properties = BlobProperties.ofBlob(call, md5);
      StoredBlob blob = store.put(address, received.piece(), properties, condition);
      return created(blob).header(BlobProperties.CONTENT_MD5, md5);
    } finally {
      store.release(received.piece());
    }
  }

  Reply putBlock(Call call, BlobAddress address, Grant grant)
      throws BlobRefusedException, IOException {
    grant.require('w');
    String id = BlockId.checked(call.queryParameters().get("blockid"));
    store.requireContainer(address);
    IncomingBody.Received received = IncomingBody.of(call, BLOCK_LIMIT).receive(store, false);
    try {
      store.putBlock(address, new Block(id, received.piece()));
    } finally {
      store.release(received.piece());
    }
    return checked(call, Reply.status(201).header("x-ms-request-server-encrypted", "true"));
  }

  Reply putBlockList(Call call, BlobAddress address, Grant grant)
      throws BlobRefusedException, IOException {
    grant.require('w');
    byte[] xml = call.body().readNBytes(BLOCK_LIST_LIMIT + 1);
    if (xml.length > BLOCK_LIST_LIMIT) {
      throw BlobError.REQUEST_BODY_TOO_LARGE.refusal();
    }
    checkListMd5(call, xml);
    List<BlockReference> list = BlockListXml.parse(xml);
    Map<String, String> properties = BlobProperties.ofBlockList(call);
    return created(store.commit(address, list, properties, new Conditions(call)::checkWriting));
  }

  Reply delete(Call call, BlobAddress address, Grant grant)
      throws BlobRefusedException, IOException {
    grant.require('d');
    store.delete(address, new Conditions(call)::checkWriting);
    return Reply.status(202);
  }

  private static void requireBlockBlob(Call call) throws BlobRefusedException {
    String type =
        call.header("x-ms-blob-type")
            .orElseThrow(
                () -> BlobError.MISSING_REQUIRED_HEADER.refusal("HeaderName", "x-ms-blob-type"));
    if (!type.equals("BlockBlob")) {
      throw BlobError.INVALID_HEADER_VALUE.refusal("HeaderName", "x-ms-blob-type");
    }
  }

  private static void checkListMd5(Call call, byte[] xml) throws BlobRefusedException {
    var checksums = new Checksums(true, false);
    checksums.update(xml, 0, xml.length);
    if (!call.header(IncomingBody.MD5).orElse("").isEmpty()
        && !call.header(IncomingBody.MD5).get().equals(checksums.md5())) {
      throw BlobError.MD5_MISMATCH.refusal();
    }
  }

  /** The checksum that was claimed, and that was right. */
  private static Reply checked(Call call, Reply reply) {
    Reply answer = reply;
    for (String name : List.of(IncomingBody.MD5, IncomingBody.CRC64)) {
      String claimed = call.header(name).orElse(null);
      answer = claimed == null ? answer : answer.header(name, claimed);
    }
    return answer;
  }

  private static Reply created(StoredBlob blob) {
    return Reply.status(201)
        .header("ETag", blob.etag())
        .header("Last-Modified", HttpTime.format(blob.lastModified()))
        .header("x-ms-request-server-encrypted", "true");
  }
}
