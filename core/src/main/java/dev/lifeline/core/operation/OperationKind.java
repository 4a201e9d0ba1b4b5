package dev.lifeline.core.operation;

import dev.lifeline.core.model.DeploymentType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of operation that Lifeline starts and follows, row by row. */
public enum OperationKind {
  HQ("hq", DeploymentType.HQ, StatusTable.HQ, minutes(5), HistoryName.GIVEN),
  ON_PREMISES_PREPARATION(
      "hqonprem-preparation",
      DeploymentType.HQONPREM,
      StatusTable.ON_PREMISES_PREPARING,
      minutes(5),
      HistoryName.SHARED),
  ON_PREMISES_DEPLOYMENT(
      "hqonprem",
      DeploymentType.HQONPREM,
      StatusTable.ON_PREMISES_DEPLOYING,
      minutes(5),
      HistoryName.ASSUMED),
  CSU("csu", DeploymentType.CSU, StatusTable.CSU, minutes(2), HistoryName.ASSUMED),
  ECOM("ecom", DeploymentType.ECOM, StatusTable.ECOM, minutes(2), HistoryName.ASSUMED),
  DATABASE_REFRESH("refresh", null, StatusTable.DATABASE, minutes(2), HistoryName.NONE),
  DATABASE_EXPORT("export", null, StatusTable.DATABASE, minutes(2), HistoryName.GIVEN),
  START("start", null, StatusTable.DATABASE, minutes(1), HistoryName.NONE),
  STOP("stop", null, StatusTable.DATABASE, minutes(1), HistoryName.NONE);

  private final String id;
  private final @Nullable DeploymentType deployment;
  private final StatusTable statuses;
  private final Duration interval;
  private final HistoryName historyName;

  OperationKind(
      String id,
      @Nullable DeploymentType deployment,
      StatusTable statuses,
      Duration interval,
      HistoryName historyName) {
    this.id = id;
    this.deployment = deployment;
    this.statuses = statuses;
    this.interval = interval;
    this.historyName = historyName;
  }

  /** How an environment's history calls an operation. */
  public enum HistoryName {
    /** By the name that its start gave it (LCS API: servicing, history). */
    GIVEN,
    /** By the name that its start gave it, as the step that follows it (ASSUMED). */
    SHARED,
    /** By a name that follows from what is applied (ASSUMED); another one proves nothing. */
    ASSUMED,
    /** By no name of its own; that its type tells it is ASSUMED. */
    NONE
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** The deployment type that it belongs to; empty for what is no deployment. */
  public Optional<DeploymentType> deployment() {
    return Optional.ofNullable(deployment);
  }

  /** What LCS's words mean for it. */
  public StatusTable statuses() {
    return statuses;
  }

  /** How often it is looked at (LCS API: as Microsoft's own tasks; the others are ours). */
  public Duration interval() {
    return interval;
  }

  /** How an environment's history calls it. */
  public HistoryName historyName() {
    return historyName;
  }

  /** Whether it moves a database. */
  public boolean movesDatabase() {
    return this == DATABASE_REFRESH || this == DATABASE_EXPORT;
  }

  /** The kind with which a deployment of that type begins. */
  public static OperationKind firstOf(DeploymentType type) {
    return Arrays.stream(values())
        .filter(kind -> kind.deployment == type)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no operation deploys " + type));
  }

  /** The kind of that id, without regard to case. */
  public static Optional<OperationKind> withId(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equalsIgnoreCase(id)).findFirst();
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
