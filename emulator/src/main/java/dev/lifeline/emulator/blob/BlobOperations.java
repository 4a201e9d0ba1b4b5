package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import java.io.IOException;

/** The surface of the service: which request is which operation. */
final class BlobOperations {
  private final BlobReads reads;
  private final BlobWrites writes;

  BlobOperations(BlobStore store) {
    this.reads = new BlobReads(store);
    this.writes = new BlobWrites(store);
  }

  Reply perform(Call call, Target target, Grant grant) throws BlobRefusedException, IOException {
    String comp = call.queryParameters().getOrDefault("comp", "");
    boolean container = "container".equals(call.queryParameters().get("restype"));
    String operation = (call.method() + (container ? " container " : " ") + comp).strip();
    return switch (operation) {
      case "PUT container" -> writes.createContainer(target.container(), grant);
      case "PUT" -> writes.putBlob(call, target.address(), grant);
      case "PUT block" -> writes.putBlock(call, target.address(), grant);
      case "PUT blocklist" -> writes.putBlockList(call, target.address(), grant);
      case "DELETE" -> writes.delete(call, target.address(), grant);
      case "GET" -> reads.get(call, target.address(), grant);
      case "HEAD" -> reads.properties(call, target.address(), grant);
      case "GET blocklist" -> reads.blockList(call, target.address(), grant);
      default -> throw unknown(comp);
    };
  }

  private static BlobRefusedException unknown(String comp) {
    return comp.isEmpty()
        ? BlobError.UNSUPPORTED_HTTP_VERB.refusal()
        : BlobError.INVALID_QUERY_PARAMETER_VALUE.refusal("QueryParameterName", "comp");
  }
}
