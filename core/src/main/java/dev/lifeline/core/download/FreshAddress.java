package dev.lifeline.core.download;

import dev.lifeline.core.model.SasUrl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of a file can be read. An address that came with a list serves for a moment;
 * later LCS is asked again.
 *
 * @param known the one that came with the list, or null
 * @param listed when that was
 * @param clock the time now
 * @param ask asks LCS for another one
 */
public record FreshAddress(
    @Nullable SasUrl known, Instant listed, InstantSource clock, Supplier<SasUrl> ask)
    implements Supplier<SasUrl> {
  private static final Duration FRESH = Duration.ofMinutes(1);

  @Override
  public SasUrl get() {
    boolean fresh = Duration.between(listed, clock.instant()).compareTo(FRESH) < 0;
    return Optional.ofNullable(known).filter(it -> fresh).orElseGet(ask);
  }
}
