package dev.lifeline.core;

import dev.lifeline.core.asset.AssetValidation;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.database.DatabaseMovement;
import dev.lifeline.core.deployment.Deployments;
import dev.lifeline.core.environment.EnvironmentPower;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.RetryingTransport;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.lookup.EnvironmentLookup;
import dev.lifeline.core.operation.OperationWatcher;
import dev.lifeline.core.rate.Caller;
import dev.lifeline.core.rate.Ledger;
import dev.lifeline.core.rate.RateBudget;
import dev.lifeline.core.servicing.Portal;
import dev.lifeline.core.servicing.Servicing;
import dev.lifeline.core.servicing.StartJournal;
import dev.lifeline.core.time.ImpatientTime;
import dev.lifeline.core.time.Time;
import java.time.Duration;

/**
 * Operations of many connections, over one network, step by step: for whoever keeps track of many
 * at once with few threads. Nobody waits here for longer than some seconds: what is too early fails
 * with POSTPONED, see {@link ImpatientTime}, and is to be asked for again then; a start that was
 * asked for again comes to the same operation. Thread-safe.
 */
public final class LcsOperations {
  /** Long enough for the short pauses between two attempts at a request. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final LcsTokens tokens;

  /** Over the network of those tokens, which stays theirs. */
  public LcsOperations(LcsTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Where what outlives a process is kept.
   *
   * @param starts the starts, before they are sent
   * @param calls the calls that count against LCS's limits
   */
  public record Keeping(StartJournal starts, Ledger calls) {}

  /** What one connection can do. */
  public Desk of(
      ServiceConnection connection, LcsTokens.Source source, Keeping keeping, Listener listener) {
    Time time = new ImpatientTime(tokens.surroundings().time(), LONGEST_WAIT);
    LcsClient lcs =
        new LcsClient(
            connection.apiEndpoint(),
            source.tokens(),
            new RetryingTransport(
                tokens.direct(),
                new Retries(RetryPolicy.IMPATIENT, time, tokens.surroundings().random(), listener)),
            new RateBudget(
                keeping.calls(),
                new Caller(connection.apiEndpoint(), connection.username()),
                time,
                listener),
            time,
            listener);
    Servicing servicing =
        new Servicing(lcs, keeping.starts(), new Portal(connection.apiEndpoint()), time, listener);
    return new Desk(lcs, servicing, time, listener);
  }

  /** What one connection can do. Thread-safe. */
  public static final class Desk {
    private final LcsClient lcs;
    private final Servicing servicing;
    private final Time time;
    private final Listener listener;

    private Desk(LcsClient lcs, Servicing servicing, Time time, Listener listener) {
      this.lcs = lcs;
      this.servicing = servicing;
      this.time = time;
      this.listener = listener;
    }

    /** Deploys assets to environments. */
    public Deployments deployments() {
      return new Deployments(lcs, servicing, time);
    }

    /** Refreshes and exports databases. */
    public DatabaseMovement databaseMovement() {
      return new DatabaseMovement(lcs, servicing);
    }

    /** Starts and stops environments. */
    public EnvironmentPower environmentPower() {
      return new EnvironmentPower(lcs, servicing);
    }

    /** Finds environments by id or by name. */
    public EnvironmentLookup environmentLookup() {
      return new EnvironmentLookup(lcs);
    }

    /** Looks at operations. */
    public Servicing servicing() {
      return servicing;
    }

    /** Looks at the validation of assets. */
    public AssetValidation assetValidation() {
      return new AssetValidation(lcs, new OperationWatcher(time, listener));
    }
  }
}
