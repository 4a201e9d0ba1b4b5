package dev.lifeline.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.AssetType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class PackageCheckPropertiesTest {
  @Property
  void arbitrary_bytes_are_never_a_package(@ForAll byte[] bytes) throws IOException {
    assertThat(check(bytes).errors()).isNotEmpty();
  }

  @Property
  void a_package_that_was_cut_off_anywhere_is_found(@ForAll @IntRange(max = 10_000) int at)
      throws IOException {
    byte[] whole = Packages.deployable().zip();

    assertThat(check(Arrays.copyOf(whole, at % whole.length)).errors()).isNotEmpty();
  }

  @Property
  void a_changed_byte_is_found_or_harmless_and_never_a_fault(
      @ForAll @IntRange(max = 10_000) int at, @ForAll byte other) throws IOException {
    byte[] bytes = Packages.deployable().zip();
    bytes[at % bytes.length] = other;

    assertThat(check(bytes).findings()).hasSizeLessThan(10);
  }

  private static PackageReport check(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("lifeline-package", ".zip");
    try {
      Files.write(file, bytes);
      return new PackageCheck(file, AssetType.SOFTWARE_DEPLOYABLE_PACKAGE, null, null).run();
    } finally {
      Files.delete(file);
    }
  }
}
