package dev.lifeline.hub.run;

import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.hub.model.StepInput;
import dev.lifeline.hub.model.StepKind;
import dev.lifeline.hub.model.StepOrder;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a step must look like; everything else is refused before anything is stored. */
final class StepRules {
  private static final int MOST_STEPS = 20;
  private static final int LONGEST = 256;
  private static final String KIND = "kind";

  private StepRules() {}

  /**
   * The steps that somebody asks for.
   *
   * @throws Refusal 400 with what is wrong with which of them
   */
  static List<StepOrder> read(@Nullable List<@Nullable Map<String, Object>> given) {
    if (given == null || given.isEmpty() || given.size() > MOST_STEPS) {
      throw Fault.ARGUMENT.refuse("'steps' has to be a list of 1 to " + MOST_STEPS + " steps.");
    }
    List<StepOrder> orders = new ArrayList<>();
    for (Map<String, Object> step : given) {
      try {
        orders.add(order(step));
      } catch (IllegalArgumentException e) {
        throw Fault.ARGUMENT.refuse("Step " + (orders.size() + 1) + ": " + e.getMessage() + ".");
      }
    }
    return orders;
  }

  private static StepOrder order(@Nullable Map<String, Object> step) {
    if (step == null) {
      throw new IllegalArgumentException("it is null");
    }
    String id = String.valueOf(step.get(KIND));
    StepKind kind =
        StepKind.withId(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'" + id + "' is no kind of step; there are " + names()));
    Map<StepInput, String> inputs = new EnumMap<>(StepInput.class);
    for (Map.Entry<String, Object> each : step.entrySet()) {
      if (!each.getKey().equalsIgnoreCase(KIND)) {
        inputs.put(input(kind, each.getKey()), value(each.getKey(), each.getValue()));
      }
    }
    for (StepInput required : kind.required()) {
      if (!inputs.containsKey(required)) {
        throw new IllegalArgumentException(kind.id() + " needs '" + required.id() + "'");
      }
    }
    StepOrder order = new StepOrder(kind, inputs);
    checkValues(order);
    return order;
  }

  private static String names() {
    return Arrays.stream(StepKind.values()).map(StepKind::id).collect(Collectors.joining(", "));
  }

  private static StepInput input(StepKind kind, String name) {
    return StepInput.withId(name)
        .filter(input -> kind.required().contains(input) || kind.optional().contains(input))
        .orElseThrow(() -> new IllegalArgumentException(kind.id() + " takes no '" + name + "'"));
  }

  private static String value(String name, @Nullable Object given) {
    String text = given == null ? "" : given.toString().strip();
    if (text.isEmpty()
        || text.length() > LONGEST
        || text.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "'" + name + "' has 1 to " + LONGEST + " characters, none of them a control character");
    }
    return text;
  }

  private static void checkValues(StepOrder order) {
    order.input(StepInput.ASSET).ifPresent(AssetId::new);
    order.input(StepInput.ACTIVITY).ifPresent(ActivityId::new);
    switch (order.kind()) {
      case DEPLOY -> checkDeployment(order);
      case WAIT_FOR_OPERATION -> checkOperation(order);
      case REFRESH_DATABASE -> {
        if (order
            .required(StepInput.SOURCE)
            .equalsIgnoreCase(order.required(StepInput.ENVIRONMENT))) {
          throw new IllegalArgumentException("source and environment are the same");
        }
      }
      case EXPORT_DATABASE,
          START_ENVIRONMENT,
          STOP_ENVIRONMENT,
          RESTART_ENVIRONMENT,
          WAIT_FOR_VALIDATION -> {}
    }
  }

  private static void checkDeployment(StepOrder order) {
    DeploymentType type =
        order
            .input(StepInput.TYPE)
            .map(
                id ->
                    DeploymentType.withId(id)
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException("'" + id + "' is no deployment type")))
            .orElse(DeploymentType.HQ);
    if (type.namesItsUpdate() && order.input(StepInput.UPDATE_NAME).isEmpty()) {
      throw new IllegalArgumentException(
          "a deployment of type " + type.id() + " needs 'updateName'");
    }
    checkPart(order, type);
  }

  private static void checkOperation(StepOrder order) {
    OperationKind kind =
        order
            .input(StepInput.TYPE)
            .map(
                id ->
                    OperationKind.withId(id)
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "'" + id + "' is no kind of operation")))
            .orElse(OperationKind.HQ);
    checkPart(order, kind.deployment().orElse(DeploymentType.HQ)); // others have no part either
  }

  /** A scale unit, or an e-Commerce environment, is named exactly where there is one. */
  private static void checkPart(StepOrder order, DeploymentType type) {
    StepInput needed =
        switch (type) {
          case HQ, HQONPREM -> null;
          case CSU -> StepInput.SCALE_UNIT;
          case ECOM -> StepInput.ECOMMERCE_ENVIRONMENT;
        };
    for (StepInput part : List.of(StepInput.SCALE_UNIT, StepInput.ECOMMERCE_ENVIRONMENT)) {
      boolean isThere = order.input(part).isPresent();
      if (isThere != (part == needed)) {
        throw new IllegalArgumentException(
            isThere
                ? "'" + part.id() + "' has no meaning for its type"
                : "its type needs '" + part.id() + "'");
      }
    }
  }
}
