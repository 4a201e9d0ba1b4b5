package dev.lifeline.core.asset;

import dev.lifeline.core.blob.BlobClient;
import dev.lifeline.core.blob.TargetFile;
import dev.lifeline.core.blob.Transferred;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fetches assets into a folder. Every target is known, and free, before the first byte is asked
 * for; a file appears under its name only when it is whole.
 */
public final class AssetDownload {
  private final LcsClient lcs;
  private final BlobClient blobs;

  public AssetDownload(LcsClient lcs, BlobClient blobs) {
    this.lcs = lcs;
    this.blobs = blobs;
  }

  /**
   * What to fetch.
   *
   * @param assets their ids, at least one
   * @param folder where to; made if it is missing
   * @param overwrite whether files of the same name may be replaced
   */
  public record Order(List<AssetId> assets, Path folder, boolean overwrite) {
    public Order {
      assets = assets.stream().distinct().toList();
      if (assets.isEmpty()) {
        throw new IllegalArgumentException("a download has at least one asset");
      }
    }
  }

  /**
   * A file that arrived whole.
   *
   * @param asset as LCS describes it
   * @param path where it is, absolute
   * @param sizeBytes its length
   * @param sha256 in hex digits
   */
  public record Downloaded(Asset asset, Path path, long sizeBytes, String sha256) {}

  /**
   * Downloads assets, one after the other.
   *
   * @throws dev.lifeline.core.problem.LifelineException TARGET_EXISTS and ASSET_NOT_FOUND before
   *     anything is fetched; what the blob store refuses
   */
  public List<Downloaded> run(ProjectId project, Order order) {
    List<Asset> assets = order.assets().stream().map(id -> lcs.asset(project, id)).toList();
    List<Path> targets = targets(assets, order);
    List<Downloaded> done = new ArrayList<>();
    for (int i = 0; i < assets.size(); i++) {
      Asset asset = assets.get(i);
      Path target = targets.get(i);
      Transferred whole = blobs.download(location(asset), target, order.overwrite());
      done.add(new Downloaded(asset, target, whole.sizeBytes(), whole.sha256()));
    }
    return done;
  }

  private static List<Path> targets(List<Asset> assets, Order order) {
    Path folder = order.folder().toAbsolutePath().normalize();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw Problem.of(ProblemCode.TARGET_NOT_WRITABLE, "'" + folder + "' is not a folder")
          .why("Downloads go into a folder.")
          .fix("name a folder with --to")
          .raise();
    }
    Map<String, Asset> taken = new HashMap<>();
    return assets.stream().map(asset -> target(asset, folder, taken, order.overwrite())).toList();
  }

  private static Path target(
      Asset asset, Path folder, Map<String, Asset> taken, boolean overwrite) {
    String foreign = asset.fileName().isBlank() ? asset.name() : asset.fileName();
    Path target = folder.resolve(LocalFileName.of(foreign, "asset-" + asset.id()));
    Asset other = taken.put(target.getFileName().toString().toLowerCase(Locale.ROOT), asset);
    if (other != null) {
      throw Problem.of(
              ProblemCode.TARGET_EXISTS,
              "the assets "
                  + other.id()
                  + " and "
                  + asset.id()
                  + " would both become '"
                  + target
                  + "'")
          .why("They have the same file name, or one that differs only in case.")
          .fix("download them one at a time into different folders with --to")
          .raise();
    }
    TargetFile.requireFree(target, overwrite);
    return target;
  }

  private static SasUrl location(Asset asset) {
    SasUrl location = asset.location();
    if (location == null) {
      throw Problem.of(
              ProblemCode.LCS_REFUSED, "LCS names no place for the bytes of asset " + asset.id())
          .why("An asset of the shared library has none until it is in a project.")
          .fix("open the asset in the LCS portal and see whether it can be downloaded there")
          .raise();
    }
    return location;
  }
}
