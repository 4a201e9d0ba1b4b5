package dev.lifeline.core.preflight;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.entra.Scope;
import dev.lifeline.core.entra.TokenSource;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.Geography;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import dev.lifeline.core.rate.Caller;
import dev.lifeline.core.rate.Ledger;
import dev.lifeline.core.rate.RateBudget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for a project at other LCS API endpoints, one after the other, with a token for each. Reads
 * only. Ends with the first that shows the project, and with the first refusal of the account,
 * since each counts towards a lock-out.
 */
final class GeographySearch {
  /** Refusals that are about the endpoint, whose name is part of what is asked for. */
  private static final Set<ProblemCode> OF_THE_ENDPOINT =
      Set.of(ProblemCode.PERMISSION_MISSING, ProblemCode.CONSENT_MISSING);

  /** Entra sign-in: the scope is malformed or unknown. */
  private static final Integer SCOPE_UNKNOWN = 70011;

  private final ServiceConnection connection;
  private final Equipment equipment;
  private TokenSource tokens;

  /**
   * @param tokens of an account that has signed in
   */
  GeographySearch(ServiceConnection connection, TokenSource tokens, Equipment equipment) {
    this.connection = connection;
    this.tokens = tokens;
    this.equipment = equipment;
  }

  /**
   * Asks the endpoints.
   *
   * @return what each of them answered, in words; none shows the project
   * @throws LifelineException PROJECT_NOT_VISIBLE, saying where it lives; or the refusal of the
   *     account
   */
  String of(ProjectId project, List<ApiEndpoint> endpoints, Origin origin) {
    Map<ApiEndpoint, String> answers = new LinkedHashMap<>();
    for (ApiEndpoint endpoint : endpoints) {
      equipment.listener().on(new Event.Noted("looking for the project in " + title(endpoint)));
      Optional<String> answer = ask(project, endpoint);
      if (answer.isEmpty()) {
        throw elsewhere(project, endpoint, origin).raise();
      }
      answers.put(endpoint, answer.get());
    }
    return answers.entrySet().stream()
        .map(entry -> title(entry.getKey()) + ": " + entry.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Asks once at each endpoint: there is nothing to share with others. */
  private RateBudget budget(ApiEndpoint endpoint) {
    return new RateBudget(
        Ledger.inMemory(),
        new Caller(endpoint, connection.username()),
        equipment.time(),
        equipment.listener());
  }

  /** Why the endpoint does not show the project; empty when it does. */
  private Optional<String> ask(ProjectId project, ApiEndpoint endpoint) {
    TokenSource there = tokens.sameFor(Scope.lcs(endpoint));
    try {
      there.token();
      tokens = there;
    } catch (LifelineException e) {
      if (!isOfTheEndpoint(e)) {
        throw e;
      }
      return Optional.of("no token for it");
    }
    LcsClient lcs =
        new LcsClient(
            endpoint,
            there,
            equipment.probe(),
            budget(endpoint),
            equipment.time(),
            equipment.listener());
    try {
      ProjectView view = new ProjectView(lcs, project);
      if (!view.isVisible()) {
        return Optional.of("not visible");
      }
      return view.isEmpty() ? Optional.of("shows nothing of it") : Optional.empty();
    } catch (LifelineException e) {
      if (e.code() == ProblemCode.INTERRUPTED) {
        throw e;
      }
      return Optional.of("no decision: " + e.problem().message());
    }
  }

  private static boolean isOfTheEndpoint(LifelineException failure) {
    return OF_THE_ENDPOINT.contains(failure.code())
        || SCOPE_UNKNOWN.equals(failure.problem().details().get("aadsts"));
  }

  private Problem elsewhere(ProjectId project, ApiEndpoint endpoint, Origin origin) {
    return Problem.of(
            ProblemCode.PROJECT_NOT_VISIBLE,
            "project %s lives in another geography than the connection '%s': %s answers"
                .formatted(project, connection.name(), title(endpoint)))
        .why(
            "A project lives in exactly one geography, and the connection asks "
                + title(connection.apiEndpoint())
                + ".")
        .fix(origin.toMoveTo(endpoint, connection.name()))
        .step(SetupStep.CONNECTION)
        .detail("projectId", project.value())
        .detail("apiEndpoint", endpoint.toString())
        .detail("geography", Geography.withApiEndpoint(endpoint).map(Geography::id).orElse(null));
  }

  private static String title(ApiEndpoint endpoint) {
    return Geography.withApiEndpoint(endpoint)
        .map(geography -> geography.title() + " at " + endpoint)
        .orElse(endpoint.toString());
  }
}
