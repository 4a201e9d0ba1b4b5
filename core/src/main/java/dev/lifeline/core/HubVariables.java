package dev.lifeline.core;

import dev.lifeline.core.connection.PasswordFile;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The hub that environment variables name, and the access token for it. A variable that is empty or
 * blank counts as not set.
 *
 * @param environment the environment variables
 */
public record HubVariables(Map<String, String> environment) {
  private static final String HUB = "LIFELINE_HUB";
  private static final String TOKEN = "LIFELINE_HUB_TOKEN";
  private static final String TOKEN_FILE = "LIFELINE_HUB_TOKEN_FILE";
  private static final String CONNECTION = "LIFELINE_CONNECTION";

  /**
   * The hub whose connections are used; empty when none is named.
   *
   * @throws LifelineException VALUE_MALFORMED
   */
  public Optional<HubEndpoint> hub() {
    return text(HUB)
        .map(
            text -> {
              try {
                return HubEndpoint.of(text);
              } catch (IllegalArgumentException e) {
                throw Problem.of(
                        ProblemCode.VALUE_MALFORMED,
                        "the hub's address in " + HUB + " is malformed: " + e.getMessage())
                    .fix("write it as https://hub.contoso.example, or unset " + HUB)
                    .raise(e);
              }
            });
  }

  /** The name or id of the connection on the hub; empty when none is named. */
  public Optional<String> connection() {
    return text(CONNECTION);
  }

  /**
   * The access token for the hub, as far as there is one.
   *
   * @throws LifelineException FILE_NOT_FOUND, or what else is wrong with the token's file
   */
  public Optional<Secret> tokenIfAny() {
    Optional<Secret> told = text(TOKEN).map(text -> Secret.of(text.strip()));
    return told.or(() -> text(TOKEN_FILE).map(HubVariables::read));
  }

  /**
   * The access token for the hub.
   *
   * @throws LifelineException USAGE_WRONG when there is none; as {@link #tokenIfAny}
   */
  public Secret token() {
    return tokenIfAny()
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.USAGE_WRONG, "there is no access token for the hub")
                    .why("A hub hands out tokens to those whom it knows.")
                    .fix("set " + TOKEN + ", or " + TOKEN_FILE + " to a file that holds it")
                    .raise());
  }

  private static Secret read(String file) {
    try {
      return PasswordFile.read(Path.of(file));
    } catch (InvalidPathException e) {
      throw Problem.of(ProblemCode.FILE_NOT_FOUND, "'" + file + "' is not a path of this platform")
          .fix("set " + TOKEN_FILE + " to the path of the token's file")
          .raise(e);
    }
  }

  private Optional<String> text(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }
}
