package dev.lifeline.core.asset;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.NewAsset;
import dev.lifeline.core.model.ProjectId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks for an asset of the same type and name that has the same content already. LCS tells no
 * hash, so the content is known by the SHA-256 that this machine remembers of its own uploads, else
 * by the one at the end of the description; the size has to agree wherever LCS tells it.
 */
final class UnchangedAsset {
  private final LcsClient lcs;
  private final UploadMemory memory;

  UnchangedAsset(LcsClient lcs, UploadMemory memory) {
    this.lcs = lcs;
    this.memory = memory;
  }

  /** What is compared. */
  record Content(long sizeBytes, String sha256) {}

  /** The asset that is there, and how it is known to be the same. */
  record Match(AssetId asset, UploadOutcome outcome) {}

  Optional<Match> find(ProjectId project, NewAsset wanted, Content content) {
    List<Asset> candidates =
        lcs.assets(project, wanted.type()).stream()
            .filter(asset -> asset.name().equals(wanted.name()))
            .filter(asset -> hasSize(asset, content.sizeBytes()))
            .sorted(AssetSearch.NEWEST_FIRST)
            .toList();
    Optional<AssetId> remembered =
        memory
            .last(project, wanted)
            .filter(last -> last.sha256().equals(content.sha256()))
            .map(UploadMemory.Known::assetId);
    return first(candidates, asset -> remembered.filter(asset.id()::equals).isPresent())
        .map(id -> new Match(id, UploadOutcome.SAME_AS_REMEMBERED))
        .or(
            () ->
                first(candidates, asset -> isMarked(asset, content.sha256()))
                    .map(id -> new Match(id, UploadOutcome.SAME_AS_MARKED)));
  }

  private static Optional<AssetId> first(List<Asset> assets, Predicate<Asset> fits) {
    return assets.stream().filter(fits).findFirst().map(Asset::id);
  }

  /** The size is sent as zero when an asset is created, so a zero says nothing. */
  private static boolean hasSize(Asset asset, long sizeBytes) {
    Long told = asset.sizeBytes();
    return told == null || told == 0 || told == sizeBytes;
  }

  private static boolean isMarked(Asset asset, String sha256) {
    return ContentMark.of(asset.description()).filter(sha256::equals).isPresent();
  }
}
