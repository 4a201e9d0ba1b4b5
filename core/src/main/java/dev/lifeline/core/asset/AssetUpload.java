package dev.lifeline.core.asset;

import dev.lifeline.core.blob.BlobClient;
import dev.lifeline.core.blob.SourceFile;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.NewAsset;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.TransferSettings;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a file into the asset library: create, send the bytes, commit. The asset is not in the
 * library before the commit, so an upload that fails on the way leaves nothing behind there; a
 * second run of the same upload goes on with the same asset.
 */
public final class AssetUpload {
  private final UploadRun.Services services;
  private final UploadMemory memory;

  /**
   * @param memory what earlier uploads left, and where this one leaves something
   */
  public AssetUpload(
      LcsClient lcs,
      BlobClient blobs,
      UploadMemory memory,
      InstantSource clock,
      Listener listener) {
    this.services = new UploadRun.Services(lcs, blobs, clock, listener);
    this.memory = memory;
  }

  /**
   * What to upload.
   *
   * @param file the file
   * @param type what it is
   * @param name the name in the library, or null for the file's own
   * @param description free text, or null
   * @param skipIfUnchanged whether an asset of the same type, name and content does as well; the
   *     description of a new one then ends with the content's SHA-256
   * @param settings how its bytes are sent
   */
  public record Order(
      Path file,
      AssetType type,
      @Nullable String name,
      @Nullable String description,
      boolean skipIfUnchanged,
      TransferSettings settings) {
    /** An upload in any case. */
    public Order(Path file, AssetType type, @Nullable String name, @Nullable String description) {
      this(file, type, name, description, false, TransferSettings.DEFAULTS);
    }

    /**
     * Looks whether the file can be uploaded, before anybody signs in for it; gives its length in
     * bytes.
     *
     * @throws LifelineException FILE_NOT_FOUND, FILE_IS_FOLDER, FILE_UNREADABLE or FILE_EMPTY
     */
    public long requireFile() {
      return SourceFile.of(file).sizeBytes();
    }

    private NewAsset asset(@Nullable String sha256) {
      String fileName = Objects.requireNonNull(file.getFileName()).toString();
      String words = sha256 == null ? description : ContentMark.put(description, sha256);
      return new NewAsset(name == null ? fileName : name, fileName, words, type);
    }
  }

  /**
   * An asset that is in the library.
   *
   * @param id its id
   * @param asset what it is called
   * @param sizeBytes the file's length
   * @param sha256 of the file, in hex digits; null when nothing was to be checked
   * @param outcome how it came there
   */
  public record Uploaded(
      AssetId id, NewAsset asset, long sizeBytes, @Nullable String sha256, UploadOutcome outcome) {}

  /**
   * Uploads a file.
   *
   * @throws LifelineException FILE_* before anything is sent; what sign-in, LCS or the blob store
   *     refuse; its detail {@code resumable} is true when a second run goes on where it was
   */
  public Uploaded run(ProjectId project, Order order) {
    SourceFile file = SourceFile.of(order.file());
    String sha256 = order.skipIfUnchanged() ? file.sha256() : null;
    NewAsset asset = order.asset(sha256);
    if (sha256 != null) {
      var content = new UnchangedAsset.Content(file.sizeBytes(), sha256);
      Optional<UnchangedAsset.Match> same =
          new UnchangedAsset(services.lcs(), memory).find(project, asset, content);
      if (same.isPresent()) {
        UnchangedAsset.Match match = same.get();
        return new Uploaded(match.asset(), asset, file.sizeBytes(), sha256, match.outcome());
      }
    }
    Uploaded uploaded = send(new UploadRun.Job(project, asset, file, sha256, order.settings()));
    if (uploaded.sha256() != null) {
      memory.remember(project, asset, new UploadMemory.Known(uploaded.id(), uploaded.sha256()));
    }
    return uploaded;
  }

  private Uploaded send(UploadRun.Job job) {
    try (UploadDraft draft = memory.draft(job.project(), job.asset(), job.file())) {
      try {
        return new UploadRun(services, job, draft).run();
      } catch (LifelineException e) {
        boolean resumable = draft.isKept() && e.code() != ProblemCode.FILE_CHANGED;
        throw resumable ? e.problem().detail("resumable", true).raise(e) : e;
      }
    }
  }
}
