package dev.lifeline.core;

import dev.lifeline.core.asset.AssetDeletion;
import dev.lifeline.core.asset.AssetDownload;
import dev.lifeline.core.asset.AssetSearch;
import dev.lifeline.core.asset.AssetUpload;
import dev.lifeline.core.asset.AssetValidation;
import dev.lifeline.core.asset.UploadMemory;
import dev.lifeline.core.blob.BlobClient;
import dev.lifeline.core.connection.ConnectionMemory;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.deployment.Deployments;
import dev.lifeline.core.download.FolderDownload;
import dev.lifeline.core.entra.Account;
import dev.lifeline.core.entra.Scope;
import dev.lifeline.core.entra.SignIn;
import dev.lifeline.core.entra.SignInResult;
import dev.lifeline.core.entra.TokenSource;
import dev.lifeline.core.http.BulkTransport;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.RetryingTransport;
import dev.lifeline.core.http.SocketTransport;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.operation.OperationWatcher;
import dev.lifeline.core.preflight.ConnectionCheck;
import dev.lifeline.core.preflight.Equipment;

/**
 * Everything that one service connection can do. Signs in when the first use case needs it, and
 * keeps the token for the others. Thread-safe; closing ends its threads.
 */
public final class Lifeline implements AutoCloseable {
  private final UsableConnection connection;
  private final Surroundings surroundings;
  private final Transport transport;
  private final Equipment equipment;
  private final TokenSource tokens;
  private final LcsClient lcs;
  private final BulkTransport bulk;
  private final BlobClient blobs;
  private final OperationWatcher watcher;

  /**
   * A connection in use; sends nothing yet.
   *
   * @throws dev.lifeline.core.problem.LifelineException when the CA certificate file cannot be used
   */
  public Lifeline(UsableConnection connection, NetworkSettings network, Surroundings surroundings) {
    this.connection = connection;
    this.surroundings = surroundings;
    Connectivity connectivity = Connectivity.of(network, surroundings);
    Retries retries = connectivity.retries();
    this.transport = connectivity.transport();
    this.equipment =
        new Equipment(
            transport,
            new RetryingTransport(connectivity.direct(), retries.with(RetryPolicy.IMPATIENT)),
            network,
            surroundings.ids(),
            surroundings.time(),
            surroundings.listener());
    SignIn signIn = new SignIn(transport, retries, surroundings.ids());
    this.tokens =
        new TokenSource(
            signIn,
            account(connection),
            Scope.lcs(connection.connection().apiEndpoint()),
            surroundings.time(),
            result -> remember(connection.memory(), result));
    this.lcs =
        new LcsClient(
            connection.connection().apiEndpoint(),
            tokens,
            transport,
            surroundings.time(),
            surroundings.listener());
    this.bulk =
        new SocketTransport(
            network, TimeLimits.DEFAULTS, surroundings.time(), surroundings.listener());
    this.blobs = new BlobClient(bulk, retries.with(RetryPolicy.TRANSFER), surroundings.ids());
    this.watcher = new OperationWatcher(surroundings.time(), surroundings.listener());
  }

  /** Puts files into the asset library. */
  public AssetUpload assetUpload() {
    ServiceConnection of = connection.connection();
    UploadMemory memory =
        new UploadMemory(
            connection.memory().shelf().orElse(null),
            of.name() + "\n" + of.apiEndpoint(),
            surroundings.time());
    return new AssetUpload(lcs, blobs, memory, surroundings.time(), surroundings.listener());
  }

  /** Fetches assets into a folder. */
  public AssetDownload assetDownload() {
    return new AssetDownload(lcs, new FolderDownload(blobs), surroundings.time());
  }

  /** Finds assets. */
  public AssetSearch assetSearch() {
    return new AssetSearch(lcs);
  }

  /** Deletes assets. */
  public AssetDeletion assetDeletion() {
    return new AssetDeletion(lcs);
  }

  /** Waits until LCS has validated an asset. */
  public AssetValidation assetValidation() {
    return new AssetValidation(lcs, watcher);
  }

  /** Starts deployments and follows them. */
  public Deployments deployments() {
    return new Deployments(lcs, watcher);
  }

  /** Proves the connection. */
  public ConnectionCheck connectionCheck() {
    return new ConnectionCheck(connection, tokens, lcs, equipment);
  }

  /** Ends its threads; what is under way fails. */
  @Override
  public void close() {
    bulk.close();
    transport.close();
  }

  static void remember(ConnectionMemory memory, SignInResult result) {
    if (result.realm() != Realm.UNKNOWN) {
      memory.realmFound(result.realm());
    }
    memory.used(result.credential());
  }

  static Account account(UsableConnection usable) {
    ServiceConnection connection = usable.connection();
    return new Account(
        connection.authenticationEndpoint(),
        connection.clientId(),
        connection.username(),
        usable.credential(),
        usable.realm());
  }
}
