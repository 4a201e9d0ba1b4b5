package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.PercentEncoding;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request's path names: {@code /ACCOUNT/CONTAINER} or {@code /ACCOUNT/CONTAINER/BLOB}.
 *
 * @param blob null when the container itself is meant
 */
record Target(String account, String container, @Nullable String blob) {
  private static final Pattern CONTAINER = Pattern.compile("(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MOST_CHARACTERS = 1024;

  static Target of(Call call) throws BlobRefusedException {
    // AzCopy encodes the slash behind the container when the host is a name.
    String[] parts = PercentEncoding.decode(call.path()).split("/", 4);
    if (parts.length < 3) {
      throw BlobError.RESOURCE_NOT_FOUND.refusal();
    }
    String container = parts[2];
    if (!CONTAINER.matcher(container).matches()) {
      throw BlobError.INVALID_RESOURCE_NAME.refusal();
    }
    String blob = parts.length < 4 ? "" : parts[3];
    if (blob.length() > MOST_CHARACTERS) {
      throw BlobError.INVALID_RESOURCE_NAME.refusal();
    }
    return new Target(parts[1], container, blob.isEmpty() ? null : blob);
  }

  /** The blob; refused when the path names none. */
  BlobAddress address() throws BlobRefusedException {
    if (blob == null) {
      throw BlobError.RESOURCE_NOT_FOUND.refusal();
    }
    return new BlobAddress(container, blob);
  }
}
