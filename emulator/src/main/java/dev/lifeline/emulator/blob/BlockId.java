package dev.lifeline.emulator.blob;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The rules for block ids: canonical base64, with padding, of 1 to 64 bytes. */
final class BlockId {
  private static final int MOST_BYTES = 64;

  private BlockId() {}

  /** The id of a request, once it has been checked. */
  static String checked(@Nullable String id) throws BlobRefusedException {
    if (id == null || !isCanonical(id)) {
      throw BlobError.INVALID_QUERY_PARAMETER_VALUE.refusal("QueryParameterName", "blockid");
    }
    return id;
  }

  /** The length that all ids of one blob share; base64 grows with it. */
  static int length(String id) {
    return Base64.getDecoder().decode(id).length;
  }

  private static boolean isCanonical(String id) {
    try {
      byte[] bytes = Base64.getDecoder().decode(id);
      return bytes.length > 0
          && bytes.length <= MOST_BYTES
          && Base64.getEncoder().encodeToString(bytes).equals(id);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
