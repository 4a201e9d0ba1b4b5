package dev.lifeline.core.connection;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key of a secret where it is kept, and makes one where there is none yet. A key is only
 * made when no secret needs the one that is missing: a new one would lock the others in.
 */
final class Vaults {
  private final Path folder;
  private final StoreFiles files;
  private final KeyHolder keyStore;
  private final StoreFaults faults;

  Vaults(Path folder, StoreFiles files, KeyHolder keyStore) {
    this.folder = folder;
    this.files = files;
    this.keyStore = keyStore;
    this.faults = files.faults();
  }

  /**
   * The vault for one more secret.
   *
   * @param store the store, which now says where its key is
   */
  record Prepared(Store store, SecretVault vault, SecretStorage storage) {}

  /** The vault of the secrets that are kept there. */
  SecretVault of(Store store, SecretStorage storage) {
    return switch (storage) {
      case FILE -> fileVault();
      case KEY_STORE -> keyStoreVault(store).orElseThrow(() -> faults.keyMissingInKeyStore());
    };
  }

  /** The vault for one more secret; only while the store is being changed. */
  Prepared prepare(Store store, SecretStorage storage) {
    return switch (storage) {
      case FILE -> prepareFile(store);
      case KEY_STORE -> prepareKeyStore(store);
    };
  }

  /** As {@link #prepare}: in the key store where it can be used, else in the file. */
  Prepared prepareBest(Store store) {
    if (keyStore.isReachable()) {
      try {
        return prepareKeyStore(store);
      } catch (LifelineException e) {
        if (e.code() != ProblemCode.KEY_STORE_UNAVAILABLE) {
          throw e;
        }
      }
    }
    return prepareFile(store);
  }

  /**
   * Clears a key that no secret needs any more; only while the store is being changed. A folder
   * that was copied or moved clears nothing: the key may be another folder's.
   *
   * @return the store without that key, or as it was when the key store cannot be used now
   */
  Store withoutUnusedKey(Store store) {
    String item = store.keyStoreItem();
    if (item == null || store.uses(SecretStorage.KEY_STORE)) {
      return store;
    }
    try {
      if (item.startsWith(ownItems())) {
        keyStore.forget(item);
      }
      return store.withKeyStoreItem(null);
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.KEY_STORE_UNAVAILABLE) {
        throw e;
      }
      return store;
    }
  }

  private Prepared prepareFile(Store store) {
    if (!store.uses(SecretStorage.FILE) && !files.hasKey()) {
      files.writeKey(SecretVault.newKeyset());
    }
    return new Prepared(store, fileVault(), SecretStorage.FILE);
  }

  private SecretVault fileVault() {
    try {
      return new SecretVault(files.readKey());
    } catch (GeneralSecurityException e) {
      throw faults.keyDamaged();
    }
  }

  private Prepared prepareKeyStore(Store store) {
    Optional<SecretVault> present = keyStoreVault(store);
    if (present.isPresent()) {
      return new Prepared(store, present.get(), SecretStorage.KEY_STORE);
    }
    if (store.uses(SecretStorage.KEY_STORE)) {
      throw faults.keyMissingInKeyStore();
    }
    byte[] keyset = SecretVault.newKeyset();
    String item = ownItems() + fingerprint(keyset);
    Secret key = Secret.of(Base64.getEncoder().encodeToString(keyset));
    keyStore.keep(item, key);
    if (!keyStore.find(item).equals(Optional.of(key))) {
      throw KeyStoreFaults.unavailable("It does not give back what was put into it.");
    }
    return new Prepared(store.withKeyStoreItem(item), vault(key), SecretStorage.KEY_STORE);
  }

  private Optional<SecretVault> keyStoreVault(Store store) {
    @Nullable String item = store.keyStoreItem();
    return item == null ? Optional.empty() : keyStore.find(item).map(this::vault);
  }

  private SecretVault vault(Secret key) {
    try {
      return new SecretVault(Base64.getDecoder().decode(key.reveal()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw faults.keyDamagedInKeyStore();
    }
  }

  /** How the names of this folder's items begin; plain ASCII, as every key store takes it. */
  private String ownItems() {
    String path = folder.toAbsolutePath().normalize().toString();
    return "lifeline-" + fingerprint(path.getBytes(StandardCharsets.UTF_8)) + "-";
  }

  /** Tells one from another and says nothing about either. */
  private static String fingerprint(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
