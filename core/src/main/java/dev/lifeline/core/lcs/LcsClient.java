package dev.lifeline.core.lcs;

import dev.lifeline.core.entra.AccessToken;
import dev.lifeline.core.entra.Tokens;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.RetryingTransport;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.DatabaseBackup;
import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.model.NewAsset;
import dev.lifeline.core.model.OperationReport;
import dev.lifeline.core.model.Page;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.RsatCertificate;
import dev.lifeline.core.model.StartedDeployment;
import dev.lifeline.core.model.ValidationStatus;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.rate.RateBudget;
import dev.lifeline.core.time.Time;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The LCS Web API in its own words: one method a call; no loops, no printing, and no waiting but
 * for its turn where LCS limits how often it may be asked. Every method throws {@link
 * LifelineException} when the sign-in or LCS refuses, or LCS cannot be reached. Thread-safe.
 */
public final class LcsClient {
  /** A token this young was not refused for its age. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  /** After these LCS may have carried out the call all the same. */
  private static final Set<ProblemCode> UNCERTAIN =
      EnumSet.of(
          ProblemCode.ANSWER_LOST, ProblemCode.INTERRUPTED, ProblemCode.LCS_ANSWER_UNREADABLE);

  private final ApiEndpoint endpoint;
  private final Tokens tokens;
  private final RetryingTransport transport;
  private final RateBudget budget;
  private final Time time;
  private final Listener listener;
  private final AtomicReference<@Nullable String> announced = new AtomicReference<>();

  /**
   * @param transport repeats what may be repeated
   * @param budget when a call may be made
   */
  public LcsClient(
      ApiEndpoint endpoint,
      Tokens tokens,
      RetryingTransport transport,
      RateBudget budget,
      Time time,
      Listener listener) {
    this.endpoint = endpoint;
    this.tokens = tokens;
    this.transport = transport;
    this.budget = budget;
    this.time = time;
    this.listener = listener;
  }

  /** Creates an asset, which is in the library once it is committed; has a writable location. */
  public Asset createAsset(ProjectId project, NewAsset asset) {
    return send(AssetCalls.create(project, asset));
  }

  /** Puts a created asset, whose bytes have arrived, into the library. */
  public void commitAsset(ProjectId project, AssetId asset) {
    send(AssetCalls.commit(project, asset));
  }

  /** An asset with a readable location. */
  public Asset asset(ProjectId project, AssetId asset) {
    return send(AssetCalls.get(project, asset));
  }

  /** The assets of one type in the project's library. */
  public List<Asset> assets(ProjectId project, AssetType type) {
    return send(AssetCalls.list(project, type));
  }

  /** The assets of one type in the shared library. */
  public List<Asset> sharedAssets(AssetType type) {
    return send(AssetCalls.shared(type));
  }

  /** Deletes an asset of the project's library; nothing brings it back. */
  public void deleteAsset(ProjectId project, AssetId asset) {
    send(AssetCalls.delete(project, asset));
  }

  /** Where the validation of an asset stands. */
  public ValidationStatus validation(ProjectId project, AssetId asset) {
    return send(AssetCalls.validation(project, asset));
  }

  /**
   * Starts a deployment; for an on-premises environment its preparation. Sent once.
   *
   * @param updateName how the operation is called in the environment's history; needed, and not
   *     blank, where the type names its updates, and not sent for the others
   */
  public StartedDeployment startDeployment(
      ProjectId project, DeploymentTarget target, AssetId asset, @Nullable String updateName) {
    return send(ServicingCalls.start(project, target, asset, updateName));
  }

  /** Starts the deployment of what was prepared for an on-premises environment. Sent once. */
  public ActivityId finalizeOnPremises(
      ProjectId project, EnvironmentId environment, ActivityId preparation) {
    return send(ServicingCalls.finalizeOnPremises(project, environment, preparation));
  }

  /**
   * Where a deployment stands.
   *
   * @param activity the operation; on-premises environments and scale units answer for their latest
   * @param deploymentId what the start of an e-Commerce deployment gave, needed there alone
   */
  public OperationReport deploymentStatus(
      ProjectId project,
      DeploymentTarget target,
      ActivityId activity,
      @Nullable String deploymentId) {
    return send(ServicingCalls.status(project, target, activity, deploymentId));
  }

  /**
   * One page of the project's environments.
   *
   * @param page from 1
   */
  public Page<Environment> environments(ProjectId project, int page) {
    return send(EnvironmentCalls.page(project, page));
  }

  /** All environments; LCS is asked for a page when somebody comes to it. */
  public Stream<Environment> allEnvironments(ProjectId project) {
    return Pages.walk(page -> environments(project, page));
  }

  /** The environment of that id; empty when the project has none. */
  public Optional<Environment> environment(ProjectId project, EnvironmentId id) {
    return send(EnvironmentCalls.withId(project, id)).rows().stream()
        .filter(environment -> environment.id().equals(id))
        .findFirst();
  }

  /** The environments of that name; LCS decides what matches. */
  public List<Environment> environmentsNamed(ProjectId project, String name) {
    return send(EnvironmentCalls.named(project, name)).rows();
  }

  /**
   * One page of what was done to an environment.
   *
   * @param page from 1
   */
  public Page<HistoryEntry> history(ProjectId project, EnvironmentId environment, int page) {
    return send(EnvironmentCalls.history(project, environment, page));
  }

  /** All that was done to an environment; LCS is asked for a page when somebody comes to it. */
  public Stream<HistoryEntry> allHistory(ProjectId project, EnvironmentId environment) {
    return Pages.walk(page -> history(project, environment, page));
  }

  /** Begins to start a customer-managed environment. Sent once. */
  public ActivityId startEnvironment(ProjectId project, EnvironmentId environment) {
    return send(EnvironmentCalls.start(project, environment));
  }

  /** Begins to stop a customer-managed environment. Sent once. */
  public ActivityId stopEnvironment(ProjectId project, EnvironmentId environment) {
    return send(EnvironmentCalls.stop(project, environment));
  }

  /** The certificate for the Regression Suite Automation Tool. */
  public RsatCertificate rsatCertificate(ProjectId project, EnvironmentId environment) {
    return send(EnvironmentCalls.rsatCertificate(project, environment));
  }

  /** The backups of databases in the project's library. */
  public List<DatabaseBackup> databases(ProjectId project) {
    return send(DatabaseCalls.list(project));
  }

  /** Begins to overwrite the target's database with the source's. Sent once. */
  public ActivityId refreshDatabase(ProjectId project, EnvironmentId source, EnvironmentId target) {
    return send(DatabaseCalls.refresh(project, source, target));
  }

  /**
   * Begins to export a database into the library. Sent once.
   *
   * @param backupName how the backup is called there, not blank
   */
  public ActivityId exportDatabase(
      ProjectId project, EnvironmentId environment, String backupName) {
    return send(DatabaseCalls.export(project, environment, backupName));
  }

  /**
   * Where a refresh or an export stands.
   *
   * @param environment of a refresh the target
   */
  public OperationReport databaseStatus(
      ProjectId project, EnvironmentId environment, ActivityId activity) {
    return send(DatabaseCalls.status(project, environment, activity));
  }

  private <T> T send(LcsCall<T> call) {
    RateBudget.Claim claim = budget.claim(call.counts());
    try {
      return answered(call);
    } catch (LifelineException e) {
      if (!UNCERTAIN.contains(e.code())) {
        claim.giveBack();
      }
      throw e;
    }
  }

  private <T> T answered(LcsCall<T> call) {
    Transport paced =
        transport.around(direct -> new PacedTransport(direct, budget, call.counts(), time));
    AccessToken token = tokens.token();
    Answer answer = paced.send(request(call, token));
    boolean old = Duration.between(token.obtained(), time.instant()).compareTo(YOUNG) > 0;
    if (answer.status() == 401 && old) {
      tokens.forget(token);
      answer = paced.send(request(call, tokens.token()));
    }
    T result = Judge.read(call, answer, endpoint);
    Judge.versionEnd(answer).ifPresent(this::announce);
    return result;
  }

  private Request request(LcsCall<?> call, AccessToken token) {
    return new Request(
            call.method(), URI.create(endpoint + call.path()), Map.of(), call.body(), call.repeat())
        .header("Authorization", "Bearer " + token.value().reveal())
        .header("x-ms-version", "2017-09-15")
        .header("Accept", "application/json");
  }

  /** Says once when this version of the API ends, however often it is looked. */
  private void announce(String end) {
    if (!end.equals(announced.getAndSet(end))) {
      listener.on(new Event.Noted("LCS announces that this version of its API ends on " + end));
    }
  }
}
