package dev.lifeline.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformFoldersTest {
  private final Path home = Path.of("home", "ada").toAbsolutePath();

  @Test
  void linux_keeps_it_in_the_configuration_folder() {
    assertThat(lifelineHome("Linux", Map.of())).isEqualTo(home.resolve(".config/lifeline"));
  }

  @Test
  void linux_honours_xdg_config_home() {
    Path configuration = Path.of("etc", "ada").toAbsolutePath();

    assertThat(lifelineHome("Linux", Map.of("XDG_CONFIG_HOME", configuration.toString())))
        .isEqualTo(configuration.resolve("lifeline"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "relative/folder"})
  void an_xdg_config_home_that_is_not_absolute_is_ignored(String value) {
    assertThat(lifelineHome("Linux", Map.of("XDG_CONFIG_HOME", value)))
        .isEqualTo(home.resolve(".config/lifeline"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Windows 10", "Windows Server 2022"})
  void windows_keeps_it_in_the_roaming_application_data(String osName) {
    Path roaming = Path.of("roaming").toAbsolutePath();

    assertThat(lifelineHome(osName, Map.of("APPDATA", roaming.toString())))
        .isEqualTo(roaming.resolve("Lifeline"));
  }

  @Test
  void windows_without_appdata_has_it_below_the_user_s_home() {
    assertThat(lifelineHome("Windows 11", Map.of()))
        .isEqualTo(home.resolve("AppData/Roaming/Lifeline"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mac OS X", "Darwin"})
  void macos_keeps_it_in_application_support(String osName) {
    assertThat(lifelineHome(osName, Map.of("XDG_CONFIG_HOME", "/etc/ada")))
        .isEqualTo(home.resolve("Library/Application Support/Lifeline"));
  }

  @Test
  void it_prints_no_environment() {
    var folders = new PlatformFolders("Linux", Map.of("LIFELINE_PASSWORD", "canary"), home);

    assertThat(folders.toString()).doesNotContain("canary");
  }

  private Path lifelineHome(String osName, Map<String, String> environment) {
    return new PlatformFolders(osName, environment, home).lifelineHome();
  }
}
