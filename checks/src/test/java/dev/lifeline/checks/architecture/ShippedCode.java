package dev.lifeline.checks.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/**
 * What users get and people wrote: no tests, no jar of them, and not what the build makes of the
 * pages' templates.
 */
public final class ShippedCode implements ImportOption {
  private static final ImportOption NO_TESTS = new DoNotIncludeTests();

  @Override
  public boolean includes(Location location) {
    return NO_TESTS.includes(location)
        && !location.contains("-tests.jar")
        && !location.contains("/hub/template/");
  }
}
