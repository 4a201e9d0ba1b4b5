package dev.lifeline.core.connection;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in the connection folder. The file is written when the realm is new, when a refresh
 * token was renewed, and once a day for the last use of one; a password leaves no trace of its use.
 * Nothing is written over what somebody else stored meanwhile: a renewed token only takes the place
 * of the one that it came from. What cannot be written is not remembered.
 */
final class FolderMemory implements ConnectionMemory {
  private static final Duration USE_IS_NEWS_AFTER = Duration.ofDays(1);

  private final StoreFiles files;
  private final Vaults vaults;
  private final InstantSource clock;
  private final ServiceConnection opened;
  private Credential known;
  private String sealed;

  /**
   * @param opened the connection as it was opened, and so is its secret
   */
  FolderMemory(Places places, ServiceConnection opened, Credential known, String sealed) {
    this.files = places.files();
    this.vaults = places.vaults();
    this.clock = places.clock();
    this.opened = opened;
    this.known = known;
    this.sealed = sealed;
  }

  /** Where and when things are remembered. */
  record Places(StoreFiles files, Vaults vaults, InstantSource clock) {}

  @Override
  public synchronized void realmFound(Realm realm) {
    // not to know is nothing to remember: the authority may say another day
    if (realm != Realm.UNKNOWN) {
      attempt(() -> rememberRealm(realm));
    }
  }

  @Override
  public synchronized void used(Credential current) {
    if (current instanceof Credential.RefreshToken) {
      attempt(() -> rememberUse(current));
    }
  }

  @Override
  public boolean isOfStored() {
    return true;
  }

  @Override
  public Optional<Shelf> shelf(String name) {
    return Optional.of(new Shelf(files.beside(name), this::sealed, this::unsealed));
  }

  private Optional<String> sealed(Secret secret) {
    try {
      return vault().map(vault -> vault.sealNote(opened.name(), secret));
    } catch (LifelineException e) {
      return Optional.empty(); // a key store that is locked by now: what is not kept is not kept
    }
  }

  private Optional<Secret> unsealed(String text) {
    try {
      Optional<SecretVault> vault = vault();
      return vault.isEmpty()
          ? Optional.empty()
          : Optional.of(vault.get().openNote(opened.name(), text));
    } catch (LifelineException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Optional<SecretVault> vault() {
    Store store = files.read();
    return store.find(opened.name()).map(stored -> vaults.of(store, stored.storage()));
  }

  private static void attempt(Runnable remembering) {
    try {
      remembering.run();
    } catch (LifelineException e) {
      // a folder mounted read-only, a locked key store: the run is not about that; an old refresh
      // token stays good, and an interrupted thread stays interrupted
    }
  }

  private void rememberRealm(Realm realm) {
    if (files.read().connections().stream().anyMatch(stored -> lacks(stored, realm))) {
      files.change(
          store ->
              store
                  .find(opened.name())
                  .filter(stored -> lacks(stored, realm))
                  .map(stored -> store.with(stored.withRealm(realm)))
                  .orElse(store));
    }
  }

  private boolean lacks(Stored stored, Realm realm) {
    return stored.isNamed(opened.name()) && stored.isSameAccount(opened) && stored.realm() != realm;
  }

  private void rememberUse(Credential current) {
    Instant now = clock.instant();
    boolean renewed = !current.equals(known);
    if (renewed || find(files.read()).filter(stored -> isNews(stored, now)).isPresent()) {
      files.change(
          store -> find(store).map(stored -> used(store, stored, current, now)).orElse(store));
    }
  }

  private Store used(Store store, Stored stored, Credential current, Instant now) {
    String text = sealed;
    if (!current.equals(known)) {
      text = vaults.of(store, stored.storage()).seal(opened.name(), current.secret());
    }
    known = current;
    sealed = text;
    return store.with(stored.withUse(text, now));
  }

  private Optional<Stored> find(Store store) {
    return store.find(opened.name()).filter(stored -> stored.secret().text().equals(sealed));
  }

  private static boolean isNews(Stored stored, Instant now) {
    @Nullable Instant last = stored.lastUsed();
    return last == null || Duration.between(last, now).compareTo(USE_IS_NEWS_AFTER) >= 0;
  }
}
