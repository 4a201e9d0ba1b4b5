package dev.lifeline.core.preflight;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.entra.AccessToken;
import dev.lifeline.core.entra.AuthorityLookup;
import dev.lifeline.core.entra.RealmLookup;
import dev.lifeline.core.entra.TokenSource;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.Geography;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Proves a service connection: each prerequisite of the setup guide is a step, which passes, fails,
 * or is skipped because it builds on one that failed. Reads only; changes nothing in LCS. Sends a
 * password that is refused once.
 */
public final class ConnectionCheck {
  private static final String NOT_ENTRA =
      "the authority is given by its token endpoint, so it is not Entra ID";
  private static final String NO_PROJECT = "no project id given: add --project-id ID";

  private final UsableConnection usable;
  private final TokenSource tokens;
  private final LcsClient lcs;
  private final Equipment equipment;

  /**
   * A check of one connection; sends nothing yet.
   *
   * @param tokens of the connection's account, for its API endpoint
   * @param lcs with these tokens
   */
  public ConnectionCheck(
      UsableConnection usable, TokenSource tokens, LcsClient lcs, Equipment equipment) {
    this.usable = usable;
    this.tokens = tokens;
    this.lcs = lcs;
    this.equipment = equipment;
  }

  /**
   * Checks everything that can be checked.
   *
   * @param progress hears each step as it ends
   * @return every step, in order
   * @throws LifelineException INTERRUPTED; CLOUD_MISMATCH when the order names a place of another
   *     cloud, before anything is sent; other failures are in the steps
   */
  public List<CheckStep> run(CheckOrder order, Consumer<CheckStep> progress) {
    Places places = order.places();
    List<ApiEndpoint> others = places == null ? List.of() : places.around(connection());
    CheckRun run = new CheckRun(equipment.time(), progress);
    run.step(Prerequisite.ADDRESSES, this::addresses);
    network(run);
    authority(run);
    run.step(Prerequisite.SIGN_IN, this::signIn);
    run.step(Prerequisite.TOKEN, this::token);
    run.step(Prerequisite.LIFECYCLE_SERVICES, this::reach);
    project(run, order, others);
    return run.steps();
  }

  /**
   * The steps of a connection whose fields are such that it cannot even be described.
   *
   * @param problem what is wrong with it
   * @param progress hears each step
   */
  public static List<CheckStep> ofMalformed(
      Problem problem, InstantSource clock, Consumer<CheckStep> progress) {
    CheckRun run = new CheckRun(clock, progress);
    run.fail(Prerequisite.ADDRESSES, problem);
    for (Prerequisite what : Prerequisite.always()) {
      if (what != Prerequisite.ADDRESSES) {
        run.skip(what, "needs the step 'addresses', which did not pass");
      }
    }
    return run.steps();
  }

  private ServiceConnection connection() {
    return usable.connection();
  }

  /** A connection whose addresses are malformed or of two clouds cannot be made. */
  private Finding addresses() {
    ApiEndpoint api = connection().apiEndpoint();
    String place =
        Geography.withApiEndpoint(api)
            .map(Geography::title)
            .orElse(api.isLoopback() ? "this machine" : api.toString());
    String cloud =
        connection().authenticationEndpoint().cloud().map(it -> ", cloud " + it.id()).orElse("");
    boolean known = api.isLoopback() || Geography.withApiEndpoint(api).isPresent();
    return new Finding(
        "well-formed and of one cloud: " + place + cloud,
        known ? null : "no geography has the LCS API endpoint " + api + ": check its spelling");
  }

  private void network(CheckRun run) {
    NetworkProbe probe = new NetworkProbe(equipment.probe(), equipment.network());
    run.step(
        Prerequisite.NETWORK_ENTRA, () -> probe.of(connection().authenticationEndpoint().uri()));
    run.step(Prerequisite.NETWORK_LCS, () -> probe.of(connection().apiEndpoint().uri()));
  }

  private void authority(CheckRun run) {
    if (connection().authenticationEndpoint().isTokenEndpoint()) {
      run.skip(Prerequisite.AUTHORITY, NOT_ENTRA);
      run.skip(Prerequisite.REALM, NOT_ENTRA);
      return;
    }
    AuthorityLookup lookup = new AuthorityLookup(equipment.transport(), equipment.ids());
    run.step(
        Prerequisite.AUTHORITY,
        () ->
            new AuthorityCheck(connection())
                .of(lookup.of(connection().authenticationEndpoint(), connection().username())));
    run.step(Prerequisite.REALM, this::realm);
  }

  /** Asked even when it is remembered, and remembered anew. */
  private Finding realm() {
    Realm realm =
        new RealmLookup(equipment.probe(), equipment.ids())
            .of(connection().authenticationEndpoint(), connection().username());
    tokens.realmIs(realm);
    if (realm != Realm.UNKNOWN) {
      usable.memory().realmFound(realm);
    }
    return Finding.of(
        switch (realm) {
          case MANAGED -> "Entra ID itself checks the password";
          case FEDERATED ->
              "federated: the organization's own identity provider checks the password";
          case UNKNOWN -> "Entra ID does not say who checks the password; the sign-in will tell";
        });
  }

  private Finding signIn() {
    AccessToken token = tokens.token();
    Duration lifetime = Duration.between(equipment.time().instant(), token.expires());
    return Finding.of("a token for " + lifetime.toMinutes() + " minutes");
  }

  private Finding token() {
    return new TokenCheck(connection().apiEndpoint(), equipment.time().instant())
        .of(tokens.token());
  }

  private Finding reach() {
    int count = lcs.sharedAssets(AssetType.SOFTWARE_DEPLOYABLE_PACKAGE).size();
    return Finding.of(
        "it accepts the sign-in; " + (count == 1 ? "1 package" : count + " packages") + " shared");
  }

  private void project(CheckRun run, CheckOrder order, List<ApiEndpoint> others) {
    ProjectId project = order.project();
    boolean isSought = order.places() != null;
    if (project == null) {
      run.skip(Prerequisite.PROJECT, NO_PROJECT);
      run.skip(Prerequisite.ASSET_LIBRARY, NO_PROJECT);
      run.skip(Prerequisite.SERVICING, NO_PROJECT);
      if (isSought) {
        run.skip(Prerequisite.GEOGRAPHY, NO_PROJECT);
      }
      return;
    }
    ProjectView view = new ProjectView(lcs, project);
    ProjectCheck check = new ProjectCheck(view, project, connection().username());
    @Nullable String advice =
        isSought ? null : order.origin().toFindGeography(connection().name()).orElse(null);
    run.step(Prerequisite.PROJECT, "project " + project, () -> check.visible(advice));
    run.step(Prerequisite.ASSET_LIBRARY, check::library);
    run.step(Prerequisite.SERVICING, check::servicing);
    if (isSought) {
      GeographySearch search = new GeographySearch(connection(), tokens, equipment);
      new GeographyCheck(connection(), search, others, order.origin()).in(run, project, view);
    }
  }
}
