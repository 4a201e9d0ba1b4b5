package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.Call;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conditional headers of a request. ETags may come without their quotes, as the service takes
 * them and the SDK for Java sends them.
 */
final class Conditions {
  private final Call call;

  Conditions(Call call) {
    this.call = call;
  }

  /** For reading: a match of If-None-Match says that nothing is new. */
  void checkReading(StoredBlob current) throws BlobRefusedException {
    checkMatch(current);
    boolean unchanged = noneMatch().map(tags -> names(tags, current)).orElse(false);
    if (unchanged || !changedSince(current)) {
      throw BlobError.NOT_MODIFIED.refusal();
    }
  }

  /** For writing: {@code If-None-Match: *} creates only. */
  void checkWriting(@Nullable StoredBlob current) throws BlobRefusedException {
    checkMatch(current);
    Optional<String> noneMatch = noneMatch();
    if (current == null || noneMatch.isEmpty()) {
      return;
    }
    if (noneMatch.get().strip().equals("*")) {
      throw BlobError.BLOB_ALREADY_EXISTS.refusal();
    }
    if (names(noneMatch.get(), current)) {
      throw BlobError.CONDITION_NOT_MET.refusal();
    }
  }

  private void checkMatch(@Nullable StoredBlob current) throws BlobRefusedException {
    Optional<String> match = call.header("If-Match");
    if (match.isPresent() && (current == null || !names(match.get(), current))) {
      throw BlobError.CONDITION_NOT_MET.refusal();
    }
    Optional<Instant> limit = call.header("If-Unmodified-Since").flatMap(HttpTime::parse);
    if (limit.isPresent() && current != null && current.lastModified().isAfter(limit.get())) {
      throw BlobError.CONDITION_NOT_MET.refusal();
    }
  }

  private boolean changedSince(StoredBlob current) {
    return call.header("If-Modified-Since")
        .flatMap(HttpTime::parse)
        .map(since -> current.lastModified().isAfter(since))
        .orElse(true);
  }

  private Optional<String> noneMatch() {
    return call.header("If-None-Match");
  }

  private static boolean names(String tags, StoredBlob blob) {
    return Arrays.stream(tags.split(",", -1))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || unquoted(tag).equals(unquoted(blob.etag())));
  }

  private static String unquoted(String etag) {
    return etag.replace("\"", "");
  }
}
