package dev.lifeline.core.asset;

import dev.lifeline.core.download.FolderDownload;
import dev.lifeline.core.download.FreshAddress;
import dev.lifeline.core.download.RemoteFile;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Fetches assets into a folder. Every target is known, and free, before the first byte is asked
 * for; a file appears under its name only when it is whole.
 */
public final class AssetDownload {
  private final LcsClient lcs;
  private final FolderDownload folders;
  private final Time time;

  public AssetDownload(LcsClient lcs, FolderDownload folders, Time time) {
    this.lcs = lcs;
    this.folders = folders;
    this.time = time;
  }

  /**
   * What to fetch.
   *
   * @param assets at least one; of the project or of the shared library
   * @param folder where to; made if it is missing
   * @param overwrite whether files of the same name may be replaced
   */
  public record Order(List<Asset> assets, Path folder, boolean overwrite) {
    public Order {
      Map<AssetId, Asset> different = new LinkedHashMap<>();
      assets.forEach(asset -> different.putIfAbsent(asset.id(), asset));
      assets = List.copyOf(different.values());
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
   * As {@link #run(ProjectId, Order, Consumer)}.
   *
   * @return the files, in the order of their assets
   */
  public List<Downloaded> run(ProjectId project, Order order) {
    List<Downloaded> done = new ArrayList<>();
    run(project, order, done::add);
    return done;
  }

  /**
   * Downloads assets, one after the other.
   *
   * @param arrived told each file once it is whole, also when a later one fails
   * @throws dev.lifeline.core.problem.LifelineException TARGET_EXISTS and TARGET_NOT_WRITABLE
   *     before anything is fetched; what LCS or the blob store refuses
   */
  public void run(ProjectId project, Order order, Consumer<Downloaded> arrived) {
    Instant listed = time.instant();
    Map<String, Asset> byId = new HashMap<>();
    List<RemoteFile> files = new ArrayList<>();
    for (Asset asset : order.assets()) {
      byId.put(asset.id().value(), asset);
      files.add(
          new RemoteFile(
              asset.id().value(),
              asset.name(),
              asset.fileName(),
              new FreshAddress(asset.location(), listed, time, () -> address(project, asset))));
    }
    folders.run(
        files,
        new FolderDownload.Destination(order.folder(), order.overwrite()),
        fetched ->
            arrived.accept(
                new Downloaded(
                    Objects.requireNonNull(byId.get(fetched.file().id())),
                    fetched.path(),
                    fetched.sizeBytes(),
                    fetched.sha256())));
  }

  private SasUrl address(ProjectId project, Asset asset) {
    SasUrl location = lcs.asset(project, asset.id()).location();
    if (location == null) {
      throw Problem.of(
              ProblemCode.LCS_REFUSED, "LCS names no place for the bytes of asset " + asset.id())
          .why("It does so for every asset that this account may download from the project.")
          .fix("open the asset in the LCS portal and see whether it can be downloaded there")
          .raise();
    }
    return location;
  }
}
