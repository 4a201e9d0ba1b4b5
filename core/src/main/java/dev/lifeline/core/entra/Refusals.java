package dev.lifeline.core.entra;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns what an authority answers instead of a token into words for the person who can mend it. */
final class Refusals {
  /** Entra sign-in: constants; 7000112 names the application that is disabled. */
  private static final String LCS_APPLICATION = "913c6de4-2a4a-4a61-a9ce-945d2b2ce2e0";

  /** Entra sign-in: national clouds; a GCC tenant may be in either of two clouds. */
  private static final Set<Reason> MAY_BE_THE_CLOUD =
      Set.of(Reason.UNKNOWN_TENANT, Reason.UNKNOWN_APPLICATION, Reason.UNKNOWN_SERVICE);

  private static final Set<Reason> NEEDS_THE_PERSON =
      Set.of(
          Reason.SIGN_IN_GONE,
          Reason.MULTIFACTOR,
          Reason.MULTIFACTOR_UNREGISTERED,
          Reason.OUTSIDE_CONTROL);

  /** What Entra ID answers, and what RFC 8628 says. */
  private static final Set<String> DECLINED = Set.of("authorization_declined", "access_denied");

  private Refusals() {}

  static Problem of(Attempt attempt, Answer answer) {
    Optional<Refusal> read = Refusal.in(answer);
    if (read.isEmpty()) {
      return answer.isPassing() ? busy(attempt, answer) : unreadable(attempt, answer);
    }
    Refusal refusal = read.get();
    Problem problem =
        reason(attempt, refusal)
            .map(reason -> known(attempt, refusal, reason))
            .orElseGet(
                () -> answer.isPassing() ? busy(attempt, answer) : unknown(attempt, refusal));
    return problem
        .detail("aadsts", refusal.number())
        .detail("error", refusal.error())
        .detail("suberror", refusal.suberror())
        .detail("traceId", refusal.facts().traceId())
        .detail("correlationId", refusal.facts().correlationId())
        .detail("timestamp", refusal.facts().timestamp());
  }

  private static Optional<Reason> reason(Attempt attempt, Refusal refusal) {
    if (attempt.means() == Attempt.Means.DEVICE_CODE && DECLINED.contains(refusal.error())) {
      return Optional.of(Reason.CODE_DECLINED);
    }
    Optional<Reason> reason = refusal.reason();
    if (attempt.means() == Attempt.Means.REFRESH_TOKEN) {
      boolean gone = reason.map(NEEDS_THE_PERSON::contains).orElse(isInvalidGrant(refusal));
      return gone ? Optional.of(Reason.SIGN_IN_GONE) : reason;
    }
    if (reason.filter(Reason.SIGN_IN_GONE::equals).isPresent()) {
      return Optional.empty();
    }
    return reason.map(
        it -> it == Reason.SWITCHED_OFF && isAboutLcs(refusal) ? Reason.LCS_SWITCHED_OFF : it);
  }

  private static boolean isInvalidGrant(Refusal refusal) {
    return refusal.error().equals("invalid_grant");
  }

  private static boolean isAboutLcs(Refusal refusal) {
    return refusal.words() != null
        && refusal.words().toLowerCase(Locale.ROOT).contains(LCS_APPLICATION);
  }

  private static Problem known(Attempt attempt, Refusal refusal, Reason reason) {
    boolean decided = reason.code().kind() != Kind.GAVE_UP;
    String what =
        refusal.row() == null && refusal.words() != null
            ? refusal.words()
            : reason.what() + (refusal.number() == null ? "" : " (AADSTS" + refusal.number() + ")");
    Problem problem =
        Problem.of(
                reason.code(), attempt + (decided ? " was refused: " : " got no decision: ") + what)
            .why(reason.why())
            .fix(reason.fix());
    if (MAY_BE_THE_CLOUD.contains(reason)) {
      for (Cloud cloud : otherClouds(attempt)) {
        problem = problem.fix(tryCloud(attempt, cloud));
      }
    }
    return reason.step().map(problem::step).orElse(problem);
  }

  private static Set<Cloud> otherClouds(Attempt attempt) {
    Set<Cloud> clouds = attempt.scope().api().map(ApiEndpoint::possibleClouds).orElse(Set.of());
    Optional<Cloud> present = attempt.authority().cloud();
    if (clouds.size() < 2 || present.isEmpty()) {
      return Set.of();
    }
    Set<Cloud> others = EnumSet.copyOf(clouds);
    others.remove(present.get());
    return others;
  }

  private static String tryCloud(Attempt attempt, Cloud cloud) {
    String host = cloud.authenticationEndpoint().uri().getHost();
    return "tenants of this geography are in two clouds: try the other authentication endpoint, https://"
        + host
        + "/"
        + attempt.authority().tenant()
        + ", with an application that is registered there";
  }

  private static Problem unknown(Attempt attempt, Refusal refusal) {
    String words = refusal.words() == null ? refusal.error() : refusal.words();
    Problem problem = Problem.of(ProblemCode.SIGN_IN_REFUSED, attempt + " was refused: " + words);
    if (refusal.number() == null) {
      return problem
          .why("The authority answered '" + refusal.error() + "' and gave no code that says more.")
          .fix(byProtocol(refusal.error()))
          .step(SetupStep.CONNECTION);
    }
    return problem
        .why("Entra ID gave this reason; Lifeline has no better words for it.")
        .fix(
            "look the code up at https://login.microsoftonline.com/error, or find the attempt in the account's sign-in log")
        .step(SetupStep.ACCOUNT);
  }

  /** What the words of OAuth 2.0 mean for any authority. */
  private static String byProtocol(String error) {
    return switch (error) {
      case "invalid_grant" ->
          "check the user name, the password, and at the authority whether the account is enabled and fully set up";
      case "invalid_client", "unauthorized_client" ->
          "check the application (client) ID, and at the authority whether it is a public client that may sign in with user name and password";
      case "invalid_scope" ->
          "check the LCS API endpoint, from which the scope is made, and at the authority whether the application may have that scope";
      default -> "look for the attempt in the authority's own log";
    };
  }

  private static Problem busy(Attempt attempt, Answer answer) {
    ProblemCode code =
        answer.status() == 429 ? ProblemCode.THROTTLED : ProblemCode.SERVICE_UNAVAILABLE;
    return Problem.of(code, attempt + " got no decision: " + answer)
        .why("Entra ID, or a proxy before it, is overloaded or out of order.")
        .fix("try again in some minutes")
        .detail("status", answer.status());
  }

  private static Problem unreadable(Attempt attempt, Answer answer) {
    return Problem.of(
            ProblemCode.SIGN_IN_REFUSED,
            "'" + attempt.authority() + "' answered " + answer + ", which is no answer of Entra ID")
        .why("The address is not an Entra ID authority, or a proxy answered in its place.")
        .fix("check the authentication endpoint of the connection, and the proxy")
        .step(SetupStep.CONNECTION)
        .detail("status", answer.status());
  }
}
