package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A blob service for block blobs as Azure's clients know it (REST version 2021-12-02), with the
 * account in the path. It lets in who has a service SAS of its account, or the account's key.
 * Contents are kept in files and pass through in small pieces, whatever their size. Thread-safe.
 */
public final class BlobService implements Service, AutoCloseable {
  private final BlobAccount account;
  private final InstantSource time;
  private final BlobStore store;
  private final Admission admission;
  private final BlobOperations operations;
  private final BlobReplies replies;
  private final @Nullable Path temporary;

  private BlobService(
      BlobAccount account,
      Path folder,
      InstantSource time,
      SecureRandom random,
      @Nullable Path temporary)
      throws IOException {
    this.account = account;
    this.time = time;
    this.store = new BlobStore(folder, time);
    this.admission = new Admission(account, time);
    this.operations = new BlobOperations(store);
    this.replies = new BlobReplies(time, random);
    this.temporary = temporary;
  }

  /**
   * A service with an account key of its own, whose contents vanish with {@link #close()}.
   *
   * @throws IOException if there is no room for temporary files
   */
  public static BlobService temporary(InstantSource time, SecureRandom random) throws IOException {
    Path folder = Files.createTempDirectory("lifeline-blobs");
    var account = new BlobAccount(BlobAccount.EMULATOR_NAME, AccountKey.fresh(random));
    return new BlobService(account, folder, time, random, folder);
  }

  /**
   * A service whose account key and contents stay in {@code folder}, which is made if need be.
   *
   * @throws IOException if the folder cannot be read or written, or what is in it is damaged
   */
  public static BlobService kept(Path folder, InstantSource time, SecureRandom random)
      throws IOException {
    Files.createDirectories(folder);
    AccountKey key = new AccountKeyFile(folder.resolve("account.key")).readOrMake(random);
    var account = new BlobAccount(BlobAccount.EMULATOR_NAME, key);
    return new BlobService(account, folder, time, random, null);
  }

  /**
   * This service's contents for the emulator's own use.
   *
   * @param endpoint where this service is reached, without the account, such as {@code
   *     https://localhost:10000}
   * @param container made if it is not there; 3 to 63 lower case letters, digits, single hyphens
   * @throws IOException if the container cannot be made
   */
  public BlobStorage storageAt(URI endpoint, String container) throws IOException {
    store.createContainer(container);
    URI accountEndpoint = BlobEndpoint.of(endpoint, account);
    return new LocalBlobStorage(store, new SasUrls(accountEndpoint, account, container, time));
  }

  /** The account whose blobs these are. */
  public BlobAccount account() {
    return account;
  }

  /** Signs with the key of this service's account. */
  public SasSigner signer() {
    return new SasSigner(account);
  }

  @Override
  public Reply answer(Call call) throws IOException {
    try {
      Target target = Target.of(call);
      Grant grant = admission.admit(call, target);
      return replies.complete(call, operations.perform(call, target, grant));
    } catch (BlobRefusedException e) {
      return replies.complete(call, replies.refusal(e));
    }
  }

  /** Writes what is to be kept; deletes what is temporary. */
  @Override
  public void close() throws IOException {
    store.close();
    if (temporary != null && Files.exists(temporary)) {
      try (Stream<Path> files = Files.walk(temporary)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
