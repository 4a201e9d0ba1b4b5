package dev.lifeline.core.connection;

import com.microsoft.aad.msal4jextensions.persistence.CacheFileAccessor;
import com.microsoft.aad.msal4jextensions.persistence.ICacheAccessor;
import com.microsoft.aad.msal4jextensions.persistence.linux.KeyRingAccessor;
import com.microsoft.aad.msal4jextensions.persistence.mac.KeyChainAccessor;
import dev.lifeline.core.model.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item in a platform's key store. The one class that knows the library: to load it is to load
 * native code. Each method throws whatever the library throws, errors too.
 */
final class PlatformItem {
  private static final String APPLICATION = "dev.lifeline";
  private static final String LABEL = "Lifeline service connections";

  private final ICacheAccessor accessor;

  private PlatformItem(ICacheAccessor accessor) {
    this.accessor = accessor;
  }

  /**
   * In the Secret Service.
   *
   * @param touched a file that exists; the library sets its time at each change
   */
  static PlatformItem inSecretService(String item, Path touched) {
    @Nullable String defaultCollection = null;
    return new PlatformItem(
        new KeyRingAccessor(
            touched.toString(),
            defaultCollection,
            APPLICATION,
            LABEL,
            "application",
            APPLICATION,
            "item",
            item));
  }

  /**
   * In the Keychain.
   *
   * @param touched a file that exists; the library sets its time at each change
   */
  static PlatformItem inKeychain(String item, Path touched) {
    return new PlatformItem(new KeyChainAccessor(touched.toString(), LABEL, item));
  }

  /** In a file that Windows encrypts with a key of the signed-in user (data protection). */
  static PlatformItem protectedByWindows(Path file) {
    return new PlatformItem(new CacheFileAccessor(file.toString()));
  }

  Optional<Secret> read() {
    byte @Nullable [] found = accessor.read();
    return found == null || found.length == 0
        ? Optional.empty()
        : Optional.of(Secret.ofUtf8(found));
  }

  void write(Secret secret) {
    accessor.write(secret.reveal().getBytes(StandardCharsets.UTF_8));
  }

  void delete() {
    accessor.delete();
  }
}
