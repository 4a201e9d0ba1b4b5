package dev.lifeline.hub.verification;

import dev.lifeline.core.Lifeline;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.preflight.CheckOrder;
import dev.lifeline.core.preflight.CheckStep;
import dev.lifeline.core.preflight.Origin;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.connector.Connector;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Target;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint proxy's {@code TestConnection}: runs the preflight check (Service Endpoints REST:
 * verify). Values that are not stored yet can be tested with it; a stored password goes only where
 * it was given for.
 */
public final class Verification {
  private static final String TEST = "TestConnection";
  private static final Target NOTHING = new Target("lcsserviceendpoint", "", "", "", "");

  private final Connector connector;
  private final Keyring keyring;
  private final Supplier<UUID> ids;
  private final Verdicts verified;

  /**
   * For a hub.
   *
   * @param verified hears of each stored connection that was tried, and of why it failed if it did
   */
  public Verification(Connector connector, Keyring keyring, Supplier<UUID> ids, Verdicts verified) {
    this.connector = connector;
    this.keyring = keyring;
    this.ids = ids;
    this.verified = verified;
  }

  /** Hears how a stored connection was found. */
  @FunctionalInterface
  public interface Verdicts {
    /** A connection was tried; no problem means that it works. */
    void tried(UUID connection, @Nullable Problem problem);
  }

  /** Adds its route. */
  public void to(Gate gate) {
    gate.onSlow(Route.PROXY, this::prepare);
  }

  /**
   * What is tested; made by {@link #ofStored} and {@link #ofUnsaved}, which ask whether the caller
   * may.
   *
   * @param stored the connection that is tested as it is stored, or null
   */
  public record Trial(String name, Target target, Secret password, @Nullable UUID stored) {}

  /**
   * What a test found.
   *
   * @param steps every step, in order; none when the test could not begin
   * @param problem what to tell first, or null when the connection works
   */
  public record Outcome(List<CheckStep> steps, @Nullable Problem problem) {
    public Outcome {
      steps = List.copyOf(steps);
    }
  }

  private Supplier<Reply> prepare(Call call) {
    if (call.http().query("endpointId").isEmpty()) {
      return () -> Reply.list(List.of()); // a data source binding: the type has none
    }
    ProxyJson json = call.http().body(ProxyJson.class);
    if (!TEST.equalsIgnoreCase(json.dataSource())) {
      return () -> answer("notFound", "The data source '" + json.dataSource() + "' is not known.");
    }
    Optional<Connection> stored = call.findConnection(call.http().query("endpointId").orElse(null));
    Trial trial =
        stored
            .map(
                connection ->
                    ofStored(
                        call,
                        connection,
                        json.details().over(connection.target()),
                        json.details().password()))
            .orElseGet(
                () -> ofUnsaved(call, json.details().over(NOTHING), json.details().password()));
    stored.ifPresent(each -> call.audit("connection.verified", each, call.reference(each).name()));
    return () -> test(trial);
  }

  /**
   * A test of a connection that is stored, as it is or with other values.
   *
   * @param password null for the one that is stored
   * @throws dev.lifeline.hub.web.Refusal FORBIDDEN; ARGUMENT when the stored password would go
   *     where it was not given for
   */
  public Trial ofStored(
      Call call, Connection connection, Target target, @Nullable Secret password) {
    call.require(
        Power.USE, call.powersOn(connection), "You do not have permission to use the connection.");
    boolean isAsStored = target.equals(connection.target());
    if (password == null) {
      if (!isAsStored) {
        call.require(
            Power.OWN,
            call.powersOn(connection),
            "Only an organization level Administrator can try the stored password with other"
                + " values.");
      }
      if (!target.sendsSecretsWhere(connection.target())) {
        throw Fault.ARGUMENT.refuse(
            "The parameter 'password' is required again when 'url' or 'apiurl' differ.");
      }
      Secret secret =
          keyring
              .open(call.tables(), connection.id())
              .orElseThrow(() -> Fault.ARGUMENT.refuse("The connection has no password."));
      return new Trial(
          call.reference(connection).name(), target, secret, isAsStored ? connection.id() : null);
    }
    return new Trial(call.reference(connection).name(), target, password, null);
  }

  /**
   * A test of values that are not stored yet.
   *
   * @throws dev.lifeline.hub.web.Refusal FORBIDDEN; ARGUMENT without a password
   */
  public static Trial ofUnsaved(Call call, Target target, @Nullable Secret password) {
    call.require(
        Power.CREATE,
        call.standing().on(call.project()),
        "You do not have permission to verify a service connection. You need to be a Creator for"
            + " service connections in this project.");
    if (password == null) {
      throw Fault.ARGUMENT.refuse("The parameter 'password' is required.");
    }
    return new Trial("connection", target, password, null);
  }

  private Reply test(Trial trial) {
    @Nullable Problem problem = run(trial, step -> {}).problem();
    return problem == null ? answer("ok", "") : failed(problem);
  }

  /**
   * Runs a test.
   *
   * @param progress hears each step as it ends
   */
  public Outcome run(Trial trial, Consumer<CheckStep> progress) {
    try (Lifeline lifeline = connector.lifeline(trial.name(), trial.target(), trial.password())) {
      List<CheckStep> steps =
          lifeline.connectionCheck().run(CheckOrder.of(null, Origin.NEW), progress);
      Optional<Problem> verdict = CheckStep.verdict(steps);
      tell(trial, verdict.orElse(null));
      return new Outcome(steps, verdict.orElse(null));
    } catch (LifelineException e) {
      tell(trial, e.problem());
      return new Outcome(List.of(), e.problem());
    }
  }

  private void tell(Trial trial, @Nullable Problem problem) {
    if (trial.stored() != null) {
      verified.tried(trial.stored(), problem);
    }
  }

  private Reply failed(Problem problem) {
    String status =
        switch (problem.code().kind()) {
          case USAGE -> "badRequest";
          case SIGN_IN -> "unauthorized";
          case NOT_FOUND -> "forbidden";
          case FAILED -> "badGateway";
          case GAVE_UP, INTERRUPTED -> "serviceUnavailable";
          case INTERNAL -> "internalServerError";
        };
    StringBuilder text = new StringBuilder(problem.message()).append('.');
    if (problem.why() != null) {
      text.append(' ').append(problem.why());
    }
    problem.fixes().forEach(fix -> text.append(" Fix: ").append(fix).append('.'));
    return answer(status, text.toString());
  }

  private Reply answer(String status, String message) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("result", List.of());
    json.put("statusCode", status);
    json.put("errorMessage", Objects.requireNonNullElse(message, ""));
    json.put("activityId", ids.get().toString());
    return Reply.json(json);
  }
}
