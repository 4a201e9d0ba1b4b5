package dev.lifeline.hub.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.Keysets;
import dev.lifeline.hub.store.NameTakenException;
import dev.lifeline.hub.store.SealedSecrets.Sealed;
import dev.lifeline.hub.store.Tables;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts secrets, those of connections and others, with AES-256-GCM; a ciphertext is bound to
 * what it is of, so that it opens for nothing else. Its keyset is in the database, encrypted with
 * the master key. Every node looks, in the same transaction as the secret, whether the keyset was
 * changed, so that a rotation needs no restart. Thread-safe.
 */
public final class Keyring {
  private static final Configuration CONFIGURATION = AeadConfig2026.get();

  private final MasterKey masterKey;
  private final InstantSource clock;
  private volatile @Nullable Unlocked unlocked;

  private Keyring(MasterKey masterKey, InstantSource clock) {
    this.masterKey = masterKey;
    this.clock = clock;
  }

  private record Unlocked(int version, Aead aead) {}

  /**
   * Opens the keyset of a database, or makes the first one.
   *
   * @throws LifelineException HUB_KEY_UNUSABLE when the master key is not the one that it is
   *     encrypted with
   */
  public static Keyring open(Database database, MasterKey masterKey, InstantSource clock) {
    Keyring keyring = new Keyring(masterKey, clock);
    try {
      database.change(keyring::makeWhereMissing);
    } catch (NameTakenException e) {
      // another node has made it in the same moment
    }
    database.change(tables -> keyring.unlock(stored(tables)));
    return keyring;
  }

  /** Stores a connection's secret. */
  public void seal(Tables tables, UUID connection, Secret secret) {
    Aead aead = unlock(tables.keysets().lock().orElseThrow());
    tables
        .secrets()
        .put(connection, new Sealed(encrypt(aead, Use.of(connection), secret), clock.instant()));
  }

  /** A connection's secret; empty when it has none. */
  public Optional<Secret> open(Tables tables, UUID connection) {
    return tables
        .secrets()
        .of(connection)
        .map(secret -> decrypt(unlock(stored(tables)), Use.of(connection), secret));
  }

  /**
   * Stores a secret that belongs to no connection.
   *
   * @param name says what it is of, and is the only one that it opens for
   */
  public void seal(Tables tables, String name, Secret secret) {
    Aead aead = unlock(tables.keysets().lock().orElseThrow());
    tables
        .sealedTexts()
        .put(name, new Sealed(encrypt(aead, Use.of(name), secret), clock.instant()));
  }

  /** A secret that belongs to no connection; empty when there is none of that name. */
  public Optional<Secret> open(Tables tables, String name) {
    return tables
        .sealedTexts()
        .get(name)
        .map(secret -> decrypt(unlock(stored(tables)), Use.of(name), secret));
  }

  /**
   * Makes a new key and encrypts every secret with it; the old key is gone afterwards. All of it
   * happens, or nothing does.
   *
   * @return how many secrets there are
   */
  public int rotate(Database database) {
    return database.inTransaction(this::rotate);
  }

  private int rotate(Tables tables) {
    Keysets.Stored old = tables.keysets().lock().orElseThrow();
    Aead from = unlock(old);
    KeysetHandle fresh = newKeyset();
    Aead to = aead(fresh);
    Map<UUID, Sealed> all = tables.secrets().all();
    all.forEach(
        (connection, secret) ->
            tables.secrets().put(connection, again(from, to, Use.of(connection), secret)));
    Map<String, Sealed> texts = tables.sealedTexts().all();
    texts.forEach(
        (name, secret) -> tables.sealedTexts().put(name, again(from, to, Use.of(name), secret)));
    tables.keysets().replace(wrapped(fresh, old.version() + 1), clock.instant());
    return all.size() + texts.size();
  }

  private static Sealed again(Aead from, Aead to, Use use, Sealed secret) {
    return new Sealed(encrypt(to, use, decrypt(from, use, secret)), secret.since());
  }

  private void makeWhereMissing(Tables tables) {
    if (tables.keysets().get().isEmpty()) {
      tables.keysets().add(wrapped(newKeyset(), 1), clock.instant());
    }
  }

  private static Keysets.Stored stored(Tables tables) {
    return tables.keysets().get().orElseThrow();
  }

  private Aead unlock(Keysets.Stored stored) {
    Unlocked known = unlocked;
    if (known != null && known.version() == stored.version()) {
      return known.aead();
    }
    try {
      byte[] keyset = masterKey.unwrap(Base64.getDecoder().decode(stored.text()));
      Aead aead =
          aead(
              TinkProtoKeysetFormat.parseKeyset(
                  keyset, InsecureSecretKeyAccess.get(), CONFIGURATION));
      unlocked = new Unlocked(stored.version(), aead);
      return aead;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw Problem.of(
              ProblemCode.HUB_KEY_UNUSABLE, "the master key does not open the hub's database")
          .why("The passwords in it were encrypted under another master key.")
          .fix(
              "start the hub with the key that belongs to this database: hub.key, or LIFELINE_HUB_KEY")
          .raise(e);
    }
  }

  private Keysets.Stored wrapped(KeysetHandle keyset, int version) {
    try {
      byte[] plain =
          TinkProtoKeysetFormat.serializeKeyset(
              keyset, InsecureSecretKeyAccess.get(), CONFIGURATION);
      return new Keysets.Stored(Base64.getEncoder().encodeToString(masterKey.wrap(plain)), version);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read can encrypt", e);
    }
  }

  private static KeysetHandle newKeyset() {
    try {
      return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CONFIGURATION);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a fixed kind of key is always possible", e);
    }
  }

  private static Aead aead(KeysetHandle keyset) {
    try {
      return keyset.getPrimitive(CONFIGURATION, Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyset of this kind encrypts", e);
    }
  }

  private static String encrypt(Aead aead, Use use, Secret secret) {
    try {
      byte[] plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(aead.encrypt(plain, use.bytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read can encrypt", e);
    }
  }

  private static Secret decrypt(Aead aead, Use use, Sealed sealed) {
    try {
      return Secret.ofUtf8(aead.decrypt(Base64.getDecoder().decode(sealed.text()), use.bytes()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw Problem.of(ProblemCode.STORE_DAMAGED, use.title() + " in the hub's database is damaged")
          .fix(use.fix())
          .raise(e);
    }
  }

  /**
   * What a secret is of.
   *
   * @param context what its ciphertext is bound to
   * @param title the same for people
   * @param fix what to do when it is damaged
   */
  private record Use(String context, String title, String fix) {
    static Use of(UUID connection) {
      return new Use(
          "lifeline hub connection secret: " + connection,
          "the secret of the connection " + connection,
          "give the connection its password again");
    }

    static Use of(String name) {
      return new Use(
          "lifeline hub secret: " + name, "the secret '" + name + "'", "give it to the hub again");
    }

    byte[] bytes() {
      return context.getBytes(StandardCharsets.UTF_8);
    }
  }
}
