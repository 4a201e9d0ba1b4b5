package dev.lifeline.core.hub;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.hub.HubAnswers.ErrorJson;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a hub's refusals mean; its own problems have its own words. */
final class HubRefusals {
  private HubRefusals() {}

  static LifelineException of(HubEndpoint hub, Answer answer) {
    Optional<HubAnswers.RefusalJson> json = Json.read(answer.text(), HubAnswers.RefusalJson.class);
    Optional<Problem> told =
        json.flatMap(each -> Optional.ofNullable(each.error())).flatMap(HubRefusals::problem);
    if (told.isPresent()) {
      return told.get().detail("hub", hub.toString()).raise();
    }
    String said = json.map(HubAnswers.RefusalJson::message).orElse("HTTP " + answer.status());
    return switch (answer.status()) {
      case 401 ->
          Problem.of(
                  ProblemCode.HUB_TOKEN_REFUSED,
                  "the hub '" + hub + "' does not accept the access token")
              .why("It is wrong, has expired, was revoked, or is not good for tokens of LCS.")
              .fix(
                  "get a new one from the hub, with the scope lifeline.lcs, and set LIFELINE_HUB_TOKEN to it")
              .raise();
      case 403, 404 ->
          Problem.of(ProblemCode.HUB_REFUSED, "the hub '" + hub + "' refused: " + said)
              .why(
                  "The connection is not there, or the access token's owner has no role User on it.")
              .fix("ask an administrator of the connection for the role User")
              .raise();
      default -> unreadable(hub, "It answered HTTP " + answer.status() + ".");
    };
  }

  /** Of what only administrators may do. */
  static LifelineException ofAdministration(HubEndpoint hub, Answer answer) {
    return switch (answer.status()) {
      case 401 ->
          Problem.of(
                  ProblemCode.HUB_TOKEN_REFUSED,
                  "the hub '" + hub + "' does not accept the access token")
              .why("It is wrong, has expired, was revoked, or is not good for administration.")
              .fix("set LIFELINE_HUB_TOKEN to one with the scope lifeline.administration")
              .raise();
      case 403, 404 ->
          Problem.of(ProblemCode.HUB_REFUSED, "the hub '" + hub + "' refused")
              .why("Only an administrator of the hub may do that.")
              .fix("use an access token of an administrator")
              .raise();
      default -> of(hub, answer);
    };
  }

  static LifelineException unreadable(HubEndpoint hub, String why) {
    return Problem.of(
            ProblemCode.SERVICE_UNAVAILABLE, "the hub '" + hub + "' does not answer as a hub does")
        .why(why)
        .fix("check the address, and look into the hub's log")
        .raise();
  }

  /** Unknown codes, of a newer hub, are left to the status. */
  private static Optional<Problem> problem(ErrorJson error) {
    return Arrays.stream(ProblemCode.values())
        .filter(code -> code.name().equals(error.code()))
        .findFirst()
        .map(
            code ->
                new Problem(
                    code,
                    Objects.requireNonNullElse(error.message(), ""),
                    error.why(),
                    Objects.requireNonNullElse(error.fix(), List.of()),
                    step(error.step()),
                    Objects.requireNonNullElse(error.details(), Map.of())));
  }

  private static @Nullable SetupStep step(@Nullable String id) {
    return Arrays.stream(SetupStep.values())
        .filter(step -> step.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}
