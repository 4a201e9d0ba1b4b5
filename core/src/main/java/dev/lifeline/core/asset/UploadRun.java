package dev.lifeline.core.asset;

import dev.lifeline.core.blob.BlobClient;
import dev.lifeline.core.blob.SasSource;
import dev.lifeline.core.blob.Sent;
import dev.lifeline.core.blob.SourceFile;
import dev.lifeline.core.blob.UploadOrder;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.NewAsset;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.model.TransferSettings;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One upload: goes on with what an earlier run began, else begins anew. */
final class UploadRun {
  private final Services services;
  private final Job job;
  private final UploadDraft draft;

  UploadRun(Services services, Job job, UploadDraft draft) {
    this.services = services;
    this.job = job;
    this.draft = draft;
  }

  /** Who does the work. */
  record Services(LcsClient lcs, BlobClient blobs, InstantSource clock, Listener listener) {}

  /**
   * What is to be done.
   *
   * @param sha256 of the file when it is known, in hex digits
   * @param settings how its bytes are sent
   */
  record Job(
      ProjectId project,
      NewAsset asset,
      SourceFile file,
      @Nullable String sha256,
      TransferSettings settings) {}

  AssetUpload.Uploaded run() {
    Optional<UploadDraft.Begun> begun = draft.begun();
    if (begun.isEmpty()) {
      return anew();
    }
    try {
      return goOn(begun.get());
    } catch (LifelineException e) {
      if (!isGone(e.code())) {
        throw e;
      }
      note(
          "the asset "
              + begun.get().asset()
              + " that was begun before cannot be gone on with, so this starts anew: "
              + e.problem().message());
      draft.forget();
      return anew();
    }
  }

  /** LCS forgot the asset, or its address is of no use any more and no other can be had. */
  private static boolean isGone(ProblemCode code) {
    return code == ProblemCode.ASSET_NOT_FOUND
        || code == ProblemCode.SAS_EXPIRED
        || code == ProblemCode.BLOB_REFUSED;
  }

  private AssetUpload.Uploaded anew() {
    Asset created = services.lcs().createAsset(job.project(), job.asset());
    SasUrl address = Objects.requireNonNull(created.location());
    note("created the asset " + created.id());
    draft.begin(created.id(), address);
    return send(created.id(), address, UploadOutcome.SENT);
  }

  private AssetUpload.Uploaded goOn(UploadDraft.Begun begun) {
    String sha256 = begun.sha256();
    if (sha256 != null && isInLibrary(begun.asset())) {
      note("an earlier run has sent it all, and the asset " + begun.asset() + " is in the library");
      draft.forget();
      return uploaded(begun.asset(), sha256, UploadOutcome.RESUMED);
    }
    Instant since = begun.since().truncatedTo(ChronoUnit.SECONDS);
    note("going on with the asset " + begun.asset() + ", whose upload was begun at " + since);
    return send(begun.asset(), begun.address(), UploadOutcome.RESUMED);
  }

  private AssetUpload.Uploaded send(AssetId asset, SasUrl address, UploadOutcome outcome) {
    SasSource source =
        new WritableAddress(
            services.lcs(),
            job.project(),
            new WritableAddress.Target(asset, address),
            services.listener());
    requireUnexpired(source);
    Sent sent =
        services
            .blobs()
            .upload(new UploadOrder(job.file().path(), source, job.settings(), draft.journal()));
    requireKnown(sent);
    if (sent.sha256() != null) {
      draft.arrived(sent.sha256());
    }
    commit(asset);
    draft.forget();
    return uploaded(asset, sent.sha256(), outcome);
  }

  /** An address that says itself that it has expired is renewed before it fails. */
  private void requireUnexpired(SasSource source) {
    SasUrl address = source.current();
    boolean expired =
        address.expiry().filter(end -> !services.clock().instant().isBefore(end)).isPresent();
    if (expired) {
      source.renewed(address);
    }
  }

  private void requireKnown(Sent sent) {
    if (job.sha256() != null && sent.sha256() != null && !job.sha256().equals(sent.sha256())) {
      throw Problem.of(
              ProblemCode.FILE_CHANGED,
              "the file '" + job.file().path() + "' changed while it was sent")
          .why("Something else writes to it. Nothing was put into the library.")
          .fix("wait until the file is complete, then upload again")
          .raise();
    }
  }

  private AssetUpload.Uploaded uploaded(
      AssetId asset, @Nullable String sha256, UploadOutcome outcome) {
    return new AssetUpload.Uploaded(asset, job.asset(), job.file().sizeBytes(), sha256, outcome);
  }

  /**
   * An asset whose commit was answered by silence is in the library, or the commit may be repeated.
   */
  private void commit(AssetId asset) {
    try {
      services.lcs().commitAsset(job.project(), asset);
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.ANSWER_LOST) {
        throw e;
      }
      note("the answer to the commit was lost; looking whether it was done");
      if (!isInLibrary(asset)) {
        services.lcs().commitAsset(job.project(), asset);
      }
    }
  }

  private boolean isInLibrary(AssetId asset) {
    return services.lcs().assets(job.project(), job.asset().type()).stream()
        .anyMatch(known -> known.id().equals(asset));
  }

  private void note(String text) {
    services.listener().on(new Event.Noted(text));
  }
}
