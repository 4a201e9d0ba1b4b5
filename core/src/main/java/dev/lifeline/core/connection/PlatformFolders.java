package dev.lifeline.core.connection;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where each platform keeps a user's configuration (Command line: {@code --home}).
 *
 * @param osName the operating system as Java names it, such as {@code Linux} or {@code Windows 11}
 * @param environment the environment variables
 * @param userHome the user's home folder
 */
public record PlatformFolders(String osName, Map<String, String> environment, Path userHome) {
  public PlatformFolders {
    environment = Map.copyOf(environment);
  }

  /**
   * The default folder of Lifeline's connections; it need not exist. {@code XDG_CONFIG_HOME} is
   * honoured when it is absolute, as its specification demands.
   */
  public Path lifelineHome() {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      String appData = environment.get("APPDATA");
      Path roaming =
          appData == null || appData.isBlank()
              ? userHome.resolve("AppData").resolve("Roaming")
              : Path.of(appData);
      return roaming.resolve("Lifeline");
    }
    if (os.startsWith("mac") || os.startsWith("darwin")) {
      return userHome.resolve("Library").resolve("Application Support").resolve("Lifeline");
    }
    String xdg = environment.get("XDG_CONFIG_HOME");
    Path configuration =
        xdg != null && !xdg.isBlank() && Path.of(xdg).isAbsolute()
            ? Path.of(xdg)
            : userHome.resolve(".config");
    return configuration.resolve("lifeline");
  }

  /** Leaves the environment out: it may hold secrets. */
  @Override
  public String toString() {
    return "PlatformFolders[" + osName + ", " + userHome + "]";
  }
}
