package dev.lifeline.core.asset;

import dev.lifeline.core.blob.SasSource;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.util.Optional;

/**
 * Where the bytes of an asset go that is not committed yet. The address comes with the creation;
 * when it expires, LCS is asked to show the asset. Whether it shows one that is not committed, and
 * with a writable address, is not documented (LCS API: asset library, get; ASSUMED either way).
 */
final class WritableAddress implements SasSource {
  private final LcsClient lcs;
  private final ProjectId project;
  private final AssetId asset;
  private final Listener listener;
  private SasUrl address;

  WritableAddress(LcsClient lcs, ProjectId project, Target target, Listener listener) {
    this.lcs = lcs;
    this.project = project;
    this.asset = target.asset();
    this.address = target.address();
    this.listener = listener;
  }

  /**
   * A created asset.
   *
   * @param address where its bytes go, as far as is known
   */
  record Target(AssetId asset, SasUrl address) {}

  @Override
  public synchronized SasUrl current() {
    return address;
  }

  @Override
  public synchronized Optional<SasUrl> renewed(SasUrl expired) {
    if (!address.reveal().equals(expired.reveal())) {
      return Optional.of(address); // another thread was faster
    }
    Optional<SasUrl> fresh =
        ask().filter(SasUrl::mayWrite).filter(url -> !url.reveal().equals(expired.reveal()));
    fresh.ifPresent(url -> address = url);
    listener.on(
        new Event.Noted(
            fresh.isPresent()
                ? "the upload address has expired; LCS gave a new one"
                : "the upload address has expired, and LCS gives none to an asset that is not"
                    + " committed"));
    return fresh;
  }

  private Optional<SasUrl> ask() {
    try {
      return Optional.ofNullable(lcs.asset(project, asset).location());
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.ASSET_NOT_FOUND) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
