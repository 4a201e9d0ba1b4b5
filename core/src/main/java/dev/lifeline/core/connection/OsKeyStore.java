package dev.lifeline.core.connection;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Interruptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The operating system's key store: on Windows data protection, which encrypts a file with a key of
 * the signed-in user; on macOS the Keychain; on Linux the Secret Service of the desktop session,
 * such as GNOME Keyring or KWallet. Nothing of it is loaded before it is asked; on a Linux machine
 * without a desktop session it never is. A locked key store may ask the person before the screen to
 * unlock it, except when it is only looked at. Each call ends within a bound, even if the key store
 * does not. Thread-safe.
 */
public final class OsKeyStore implements KeyHolder {
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(60);
  private static final String TRIAL = "trial";

  private final String osName;
  private final Map<String, String> environment;

  /**
   * Looks at nothing yet.
   *
   * @param osName the operating system as Java names it, such as {@code Linux} or {@code Windows
   *     11}
   * @param environment the environment variables
   */
  public OsKeyStore(String osName, Map<String, String> environment) {
    this.osName = osName.toLowerCase(Locale.ROOT);
    this.environment = Map.copyOf(environment);
  }

  @Override
  public boolean isReachable() {
    return isPossible() && attempt(() -> use(TRIAL, PlatformItem::read), LOOK).isPresent();
  }

  @Override
  public Optional<Secret> find(String item) {
    Optional<Secret> found = call(() -> use(item, PlatformItem::read));
    if (found.isPresent()) {
      return found;
    }
    // a locked Secret Service says "none" too
    requireOpen();
    return call(() -> use(item, PlatformItem::read));
  }

  @Override
  public void keep(String item, Secret secret) {
    call(() -> use(item, platform -> write(platform, secret)));
  }

  @Override
  public void forget(String item) {
    // a locked Secret Service says "done" and keeps it
    requireOpen();
    call(() -> use(item, OsKeyStore::delete));
  }

  /** Leaves the environment out: it may hold secrets. */
  @Override
  public String toString() {
    return "OsKeyStore[" + osName + "]";
  }

  private void requireOpen() {
    call(() -> use(TRIAL, item -> write(item, Secret.of(TRIAL)) && delete(item)));
  }

  private <T> T call(Callable<T> call) {
    if (!isPossible()) {
      throw KeyStoreFaults.unavailable(
          "It is reached through a desktop session, and this process runs in none.");
    }
    return attempt(call, CALL)
        .orElseThrow(
            () ->
                KeyStoreFaults.unavailable(
                    "It is not installed, does not answer, or is locked and nobody unlocked it."));
  }

  /** Empty when the call fails or takes too long; then it goes on unheard. */
  private static <T> Optional<T> attempt(Callable<T> call, Duration atMost) {
    var task = new FutureTask<>(call);
    var thread = new Thread(task, "key-store");
    thread.setDaemon(true);
    thread.start();
    try {
      return Optional.of(task.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      // no cause is passed on: the library's own reading of its errors fails, with an error
      return Optional.empty();
    } catch (InterruptedException e) {
      throw Interruptions.raise(e);
    }
  }

  private <T> T use(String item, Function<PlatformItem, T> use) throws IOException {
    if (osName.startsWith("windows")) {
      Path folder = windowsFolder();
      OwnerOnly.createFolders(folder);
      return use.apply(PlatformItem.protectedByWindows(folder.resolve(item + ".key")));
    }
    Path touched = Files.createTempFile("lifeline", null);
    try {
      return use.apply(
          osName.startsWith("mac")
              ? PlatformItem.inKeychain(item, touched)
              : PlatformItem.inSecretService(item, touched));
    } finally {
      Files.deleteIfExists(touched);
    }
  }

  private static boolean write(PlatformItem item, Secret secret) {
    item.write(secret);
    return true;
  }

  private static boolean delete(PlatformItem item) {
    item.delete();
    return true;
  }

  /** Whether there can be one, found out without loading anything. */
  private boolean isPossible() {
    if (osName.startsWith("windows")) {
      return !environment.getOrDefault("LOCALAPPDATA", "").isBlank();
    }
    return osName.startsWith("mac") || (osName.startsWith("linux") && hasSessionBus());
  }

  private Path windowsFolder() {
    return Path.of(environment.getOrDefault("LOCALAPPDATA", ""), "Lifeline", "keys");
  }

  private boolean hasSessionBus() {
    if (!environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()) {
      return true;
    }
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    try {
      return !runtime.isBlank() && Files.exists(Path.of(runtime, "bus"));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
