package dev.lifeline.core.lcs;

import dev.lifeline.core.entra.AccessToken;
import dev.lifeline.core.entra.Tokens;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.NewAsset;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.ValidationStatus;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.time.Time;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The LCS Web API in its own words: one method a call; no loops, no waiting, no printing. Every
 * method throws {@link LifelineException} when the sign-in or LCS refuses, or LCS cannot be
 * reached. Thread-safe.
 */
public final class LcsClient {
  /** A token this young was not refused for its age. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private final ApiEndpoint endpoint;
  private final Tokens tokens;
  private final Transport transport;
  private final Time time;
  private final Listener listener;

  /**
   * @param transport repeats what may be repeated
   */
  public LcsClient(
      ApiEndpoint endpoint, Tokens tokens, Transport transport, Time time, Listener listener) {
    this.endpoint = endpoint;
    this.tokens = tokens;
    this.transport = transport;
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

  /** Starts the servicing of an environment; not repeatable. */
  public ActivityId applyUpdate(ProjectId project, HqUpdate update) {
    return send(ServicingCalls.applyUpdate(project, update, this::versionEnds));
  }

  /** LCS's word for where an operation on an environment stands. */
  public String operationStatus(ProjectId project, EnvironmentId environment, ActivityId activity) {
    return send(ServicingCalls.status(project, environment, activity, this::versionEnds));
  }

  /** The environments of that name; LCS decides what matches. */
  public List<Environment> environmentsNamed(ProjectId project, String name) {
    return send(EnvironmentCalls.named(project, name, this::versionEnds));
  }

  /** The first page of the project's environments. */
  public List<Environment> firstEnvironments(ProjectId project) {
    return send(EnvironmentCalls.firstPage(project, this::versionEnds));
  }

  private <T> T send(LcsCall<T> call) {
    AccessToken token = tokens.token();
    Answer answer = transport.send(request(call, token));
    boolean old = Duration.between(token.obtained(), time.instant()).compareTo(YOUNG) > 0;
    if (answer.status() == 401 && old) {
      tokens.forget(token);
      answer = transport.send(request(call, tokens.token()));
    }
    return Judge.read(call, answer, endpoint);
  }

  private Request request(LcsCall<?> call, AccessToken token) {
    return new Request(
            call.method(), URI.create(endpoint + call.path()), Map.of(), call.body(), call.repeat())
        .header("Authorization", "Bearer " + token.value().reveal())
        .header("x-ms-version", "2017-09-15")
        .header("Accept", "application/json");
  }

  private void versionEnds(String date) {
    listener.on(new Event.Noted("LCS announces that this version of its API ends on " + date));
  }
}
