package dev.lifeline.core.asset;

import dev.lifeline.core.blob.BlobClient;
import dev.lifeline.core.blob.SourceFile;
import dev.lifeline.core.blob.Transferred;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.NewAsset;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts a file into the asset library: create, send the bytes, commit. The asset is not in the
 * library before the commit, so an upload that fails on the way leaves nothing behind.
 */
public final class AssetUpload {
  private final LcsClient lcs;
  private final BlobClient blobs;
  private final Listener listener;

  public AssetUpload(LcsClient lcs, BlobClient blobs, Listener listener) {
    this.lcs = lcs;
    this.blobs = blobs;
    this.listener = listener;
  }

  /**
   * What to upload.
   *
   * @param file the file
   * @param type what it is
   * @param name the name in the library, or null for the file's own
   * @param description free text, or null
   */
  public record Order(
      Path file, AssetType type, @Nullable String name, @Nullable String description) {
    /**
     * Looks whether the file can be uploaded, before anybody signs in for it.
     *
     * @throws LifelineException FILE_NOT_FOUND, FILE_IS_FOLDER, FILE_UNREADABLE or FILE_EMPTY
     */
    public void requireFile() {
      SourceFile.of(file);
    }
  }

  /**
   * An asset that is in the library.
   *
   * @param id its id
   * @param asset what it is called
   * @param sizeBytes the file's length
   * @param sha256 of the file, in hex digits
   */
  public record Uploaded(AssetId id, NewAsset asset, long sizeBytes, String sha256) {}

  /**
   * Uploads a file.
   *
   * @throws LifelineException FILE_* before anything is sent; what sign-in, LCS or the blob store
   *     refuse
   */
  public Uploaded run(ProjectId project, Order order) {
    order.requireFile();
    String fileName = Objects.requireNonNull(order.file().getFileName()).toString();
    String name = order.name() == null ? fileName : order.name();
    NewAsset wanted = new NewAsset(name, fileName, order.description(), order.type());
    Asset created = lcs.createAsset(project, wanted);
    listener.on(new Event.Noted("created the asset " + created.id()));
    Transferred sent = blobs.upload(order.file(), Objects.requireNonNull(created.location()));
    commit(project, created.id(), order.type());
    return new Uploaded(created.id(), wanted, sent.sizeBytes(), sent.sha256());
  }

  /**
   * An asset whose commit was answered by silence is in the library, or the commit may be repeated.
   */
  private void commit(ProjectId project, AssetId asset, AssetType type) {
    try {
      lcs.commitAsset(project, asset);
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.ANSWER_LOST) {
        throw e;
      }
      listener.on(
          new Event.Noted("the answer to the commit was lost; looking whether it was done"));
      if (lcs.assets(project, type).stream().noneMatch(known -> known.id().equals(asset))) {
        lcs.commitAsset(project, asset);
      }
    }
  }
}
