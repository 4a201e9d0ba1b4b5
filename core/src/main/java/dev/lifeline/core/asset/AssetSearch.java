package dev.lifeline.core.asset;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.lookup.NamePattern;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.ProjectId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds assets; LCS knows lists of a type, the rest is done here. */
public final class AssetSearch {
  static final Comparator<Asset> NEWEST_FIRST =
      Comparator.comparing(
              (Asset asset) -> asset.modified() == null ? Instant.EPOCH : asset.modified())
          .reversed()
          .thenComparing(Asset::name);

  private final LcsClient lcs;

  public AssetSearch(LcsClient lcs) {
    this.lcs = lcs;
  }

  /**
   * What to look for.
   *
   * @param type the type
   * @param name a pattern, or null for all
   * @param shared whether to look in the shared library
   * @param latest whether only the newest match is wanted
   */
  public record Query(AssetType type, @Nullable NamePattern name, boolean shared, boolean latest) {}

  /** The assets that fit, the newest first. */
  public List<Asset> find(ProjectId project, Query query) {
    NamePattern name = query.name();
    List<Asset> all =
        query.shared() ? lcs.sharedAssets(query.type()) : lcs.assets(project, query.type());
    return all.stream()
        .filter(asset -> name == null || name.matches(asset.name()))
        .sorted(NEWEST_FIRST)
        .limit(query.latest() ? 1 : Long.MAX_VALUE)
        .toList();
  }

  /** One asset, by its id. */
  public Asset get(ProjectId project, AssetId id) {
    return lcs.asset(project, id);
  }
}
