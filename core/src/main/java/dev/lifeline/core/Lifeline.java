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
import dev.lifeline.core.crypto.NativeCrypto;
import dev.lifeline.core.database.DatabaseBackups;
import dev.lifeline.core.database.DatabaseDownload;
import dev.lifeline.core.database.DatabaseMovement;
import dev.lifeline.core.database.DatabasePull;
import dev.lifeline.core.deployment.Deployments;
import dev.lifeline.core.download.FolderDownload;
import dev.lifeline.core.entra.Account;
import dev.lifeline.core.entra.Scope;
import dev.lifeline.core.entra.SignIn;
import dev.lifeline.core.entra.SignInResult;
import dev.lifeline.core.entra.TokenSource;
import dev.lifeline.core.environment.EnvironmentPower;
import dev.lifeline.core.environment.Environments;
import dev.lifeline.core.environment.RsatDownload;
import dev.lifeline.core.http.BulkTransport;
import dev.lifeline.core.http.GuardedBulkTransport;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.RetryingTransport;
import dev.lifeline.core.http.SocketTransport;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.lookup.EnvironmentLookup;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.operation.OperationWatcher;
import dev.lifeline.core.preflight.ConnectionCheck;
import dev.lifeline.core.preflight.Equipment;
import dev.lifeline.core.rate.Caller;
import dev.lifeline.core.rate.Ledger;
import dev.lifeline.core.rate.RateBudget;
import dev.lifeline.core.servicing.Portal;
import dev.lifeline.core.servicing.Servicing;
import dev.lifeline.core.servicing.StartJournal;
import java.util.Map;

/**
 * Everything that one service connection can do. Signs in when the first use case needs it, and
 * keeps the token for the others. Thread-safe; closing ends its threads.
 */
public final class Lifeline implements AutoCloseable {
  private static final String STARTS = "operations";

  private final UsableConnection connection;
  private final Surroundings surroundings;
  private final Transport transport;
  private final Equipment equipment;
  private final TokenSource tokens;
  private final LcsClient lcs;
  private final BulkTransport bulk;
  private final BlobClient blobs;
  private final OperationWatcher watcher;
  private final Servicing servicing;

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
            connectivity.transport(),
            budget(),
            surroundings.time(),
            surroundings.listener());
    this.bulk =
        new GuardedBulkTransport(
            new SocketTransport(
                network, TimeLimits.DEFAULTS, surroundings.time(), surroundings.listener()),
            surroundings.guard());
    this.blobs = new BlobClient(bulk, retries.with(RetryPolicy.TRANSFER), surroundings.ids());
    this.watcher = new OperationWatcher(surroundings.time(), surroundings.listener());
    this.servicing =
        new Servicing(
            lcs,
            journal(),
            new Portal(connection.connection().apiEndpoint()),
            surroundings.time(),
            surroundings.listener());
  }

  /**
   * Loads what the first use case would wait for: JSON and encryption. On a thread of its own it
   * shortens a start on a machine with two processors.
   */
  public static void prepare() {
    Json.write(Map.of());
    NativeCrypto.provider();
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

  /** Follows operations on environments, and starts them once. */
  public Servicing servicing() {
    return servicing;
  }

  /** Deploys assets to environments. */
  public Deployments deployments() {
    return new Deployments(lcs, servicing, surroundings.time());
  }

  /** Finds environments by id or by name. */
  public EnvironmentLookup environmentLookup() {
    return new EnvironmentLookup(lcs);
  }

  /** Shows environments. */
  public Environments environments() {
    return new Environments(lcs, environmentLookup());
  }

  /** Starts and stops environments. */
  public EnvironmentPower environmentPower() {
    return new EnvironmentPower(lcs, servicing);
  }

  /** Fetches RSAT certificates. */
  public RsatDownload rsatDownload() {
    return new RsatDownload(lcs);
  }

  /** Finds backups of databases. */
  public DatabaseBackups databaseBackups() {
    return new DatabaseBackups(lcs);
  }

  /** Fetches backups of databases into a folder. */
  public DatabaseDownload databaseDownload() {
    return new DatabaseDownload(lcs, new FolderDownload(blobs), surroundings.time());
  }

  /** Refreshes and exports databases. */
  public DatabaseMovement databaseMovement() {
    return new DatabaseMovement(lcs, servicing);
  }

  /** Brings a database here in one go. */
  public DatabasePull databasePull() {
    return new DatabasePull(lcs, servicing, databaseDownload(), watcher);
  }

  /** Proves the connection. */
  public ConnectionCheck connectionCheck() {
    return new ConnectionCheck(connection, tokens, lcs, equipment);
  }

  /**
   * Signs in, and nothing else.
   *
   * @throws dev.lifeline.core.problem.LifelineException of kind SIGN_IN when it is refused, of kind
   *     GAVE_UP when there was no decision
   */
  public void prove() {
    tokens.token();
  }

  /** Ends its threads; what is under way fails. */
  @Override
  public void close() {
    bulk.close();
    transport.close();
  }

  private StartJournal journal() {
    return StartJournal.on(
        connection.memory().shelf(STARTS).orElse(null),
        connection.connection().apiEndpoint().toString(),
        surroundings.time());
  }

  private RateBudget budget() {
    ServiceConnection of = connection.connection();
    return new RateBudget(
        connection.memory().shelf("rates").map(Ledger::on).orElseGet(Ledger::inMemory),
        new Caller(of.apiEndpoint(), of.username()),
        surroundings.time(),
        surroundings.listener());
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
