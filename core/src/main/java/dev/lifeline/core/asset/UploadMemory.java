package dev.lifeline.core.asset;

import dev.lifeline.core.blob.SourceFile;
import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.NewAsset;
import dev.lifeline.core.model.ProjectId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What uploads leave for later ones beside the connections: the hash of the last one of each name,
 * and those that were begun and not ended. A connection that comes from the environment leaves
 * nothing. Thread-safe.
 */
public final class UploadMemory {
  /** Blob transfer: uncommitted blocks live that long. */
  static final Duration BLOCKS_LIVE = Duration.ofDays(7);

  private static final Duration HASHES_LIVE = Duration.ofDays(400);

  /** A file of one block is sent again as fast as it could be gone on with. */
  private static final long SMALLEST_DRAFT_BYTES = 8L * 1024 * 1024;

  private final @Nullable Shelf hashes;
  private final @Nullable Shelf drafts;
  private final String scope;
  private final InstantSource clock;

  /**
   * @param shelf where to, or null to remember nothing
   * @param scope tells connections and geographies apart
   */
  public UploadMemory(@Nullable Shelf shelf, String scope, InstantSource clock) {
    this.hashes = shelf == null ? null : shelf.part("hashes");
    this.drafts = shelf == null ? null : shelf.part("unfinished");
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * The last upload of a name.
   *
   * @param assetId what it became
   * @param sha256 of its content, in hex digits
   */
  record Known(AssetId assetId, String sha256) {}

  private record KnownJson(@Nullable String assetId, @Nullable String sha256) {}

  /** The last upload of that type and name from here. */
  Optional<Known> last(ProjectId project, NewAsset asset) {
    if (hashes == null) {
      return Optional.empty();
    }
    return hashes
        .read(key(project, asset.type().id(), asset.name()))
        .flatMap(text -> Json.read(text, KnownJson.class))
        .flatMap(UploadMemory::known);
  }

  /** An asset is in the library with that content. */
  void remember(ProjectId project, NewAsset asset, Known known) {
    if (hashes != null) {
      hashes.sweep(clock.instant(), HASHES_LIVE);
      hashes.write(
          key(project, asset.type().id(), asset.name()),
          Json.write(Map.of("assetId", known.assetId().value(), "sha256", known.sha256())));
    }
  }

  /** The place for an upload that may not end; another run of the same gets none meanwhile. */
  UploadDraft draft(ProjectId project, NewAsset asset, SourceFile file) {
    if (drafts == null || file.sizeBytes() < SMALLEST_DRAFT_BYTES) {
      return UploadDraft.NONE;
    }
    drafts.sweep(clock.instant(), BLOCKS_LIVE);
    String path = file.path().toAbsolutePath().normalize().toString();
    String name =
        key(
            project,
            asset.type().id(),
            asset.name(),
            asset.fileName(),
            String.valueOf(asset.description()),
            path);
    return drafts
        .hold(name)
        .<UploadDraft>map(held -> new UploadDraft.Kept(drafts, held, name, file, clock))
        .orElse(UploadDraft.NONE);
  }

  private static Optional<Known> known(KnownJson json) {
    try {
      return json.assetId() == null || json.sha256() == null
          ? Optional.empty()
          : Optional.of(new Known(new AssetId(json.assetId()), json.sha256()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A file name that differs where any of these does. */
  private String key(ProjectId project, String... parts) {
    return Shelf.key(
        Stream.concat(Stream.of(scope, project.toString()), Arrays.stream(parts)).toList());
  }
}
