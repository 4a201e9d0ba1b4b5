package dev.lifeline.core.blob;

import dev.lifeline.core.model.SasUrl;
import java.util.Optional;

/** Where the address of one blob comes from. Thread-safe. */
public interface SasSource {
  /**
   * The address to use now.
   *
   * @throws dev.lifeline.core.problem.LifelineException what whoever gives it refuses
   */
  SasUrl current();

  /**
   * Another address of the same blob in the place of one that has expired.
   *
   * @param expired the one that no longer serves
   * @return the new one, from now on {@link #current} too; empty when there is none to be had
   * @throws dev.lifeline.core.problem.LifelineException what whoever gives it refuses
   */
  Optional<SasUrl> renewed(SasUrl expired);

  /** An address that cannot be renewed. */
  static SasSource of(SasUrl url) {
    return new SasSource() {
      @Override
      public SasUrl current() {
        return url;
      }

      @Override
      public Optional<SasUrl> renewed(SasUrl expired) {
        return Optional.empty();
      }
    };
  }
}
