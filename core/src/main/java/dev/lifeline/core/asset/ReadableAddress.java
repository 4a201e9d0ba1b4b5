package dev.lifeline.core.asset;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Where the bytes of an asset can be read. An address that came with the asset serves for a moment;
 * later LCS is asked again (LCS API: asset library, get).
 *
 * @param asset as it was listed
 * @param listed when that was
 */
record ReadableAddress(
    LcsClient lcs, ProjectId project, Asset asset, Instant listed, InstantSource clock)
    implements Supplier<SasUrl> {
  private static final Duration FRESH = Duration.ofMinutes(1);

  @Override
  public SasUrl get() {
    SasUrl known = asset.location();
    boolean fresh = Duration.between(listed, clock.instant()).compareTo(FRESH) < 0;
    return known != null && fresh ? known : ask();
  }

  private SasUrl ask() {
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
