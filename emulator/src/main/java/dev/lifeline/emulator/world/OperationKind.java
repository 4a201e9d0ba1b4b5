package dev.lifeline.emulator.world;

import static dev.lifeline.emulator.world.OperationState.COMPLETED;
import static dev.lifeline.emulator.world.OperationState.DEPLOYED;
import static dev.lifeline.emulator.world.OperationState.DEPLOYING;
import static dev.lifeline.emulator.world.OperationState.DOWNLOADING;
import static dev.lifeline.emulator.world.OperationState.FAILED;
import static dev.lifeline.emulator.world.OperationState.IN_PROGRESS;
import static dev.lifeline.emulator.world.OperationState.NOT_STARTED;
import static dev.lifeline.emulator.world.OperationState.PREPARATION_FAILED;
import static dev.lifeline.emulator.world.OperationState.PREPARATION_SUCCEEDED;
import static dev.lifeline.emulator.world.OperationState.PREPARING_ENVIRONMENT;
import static dev.lifeline.emulator.world.OperationState.QUEUED;
import static dev.lifeline.emulator.world.OperationState.RUNNING;
import static dev.lifeline.emulator.world.OperationState.SUCCEEDED;

import dev.lifeline.emulator.world.Course.Leg;
import java.util.List;

/**
 * What can be done to an environment, with the word of its history, the world's minutes that it
 * takes, and its two ends. The words of the first and the last are LCS's, the others ASSUMED.
 */
public enum OperationKind {
  /** A finance and operations package ({@code hq}). */
  UPDATE("ApplicationHotfix", 60, COMPLETED, FAILED),
  /** An on-premises package, the first step ({@code hqonprem}). */
  ON_PREMISES_PREPARATION("OnPremisesPreparation", 20, PREPARATION_SUCCEEDED, PREPARATION_FAILED),
  /** An on-premises package, the second step. */
  ON_PREMISES_DEPLOYMENT("OnPremisesDeployment", 60, DEPLOYED, FAILED),
  /** A commerce scale unit extension ({@code csu}). */
  SCALE_UNIT_UPDATE("CommerceScaleUnitUpdate", 30, SUCCEEDED, FAILED),
  /** An e-Commerce package ({@code ecom}). */
  E_COMMERCE_UPDATE("ECommerceUpdate", 40, SUCCEEDED, FAILED),
  /** The database of another environment in place of the own one. */
  DATABASE_REFRESH("DatabaseRefresh", 45, COMPLETED, FAILED),
  /** A backup of the database for the asset library. */
  DATABASE_EXPORT("DatabaseExport", 30, COMPLETED, FAILED),
  /** A customer-managed environment is started. */
  START("Start", 5, COMPLETED, FAILED),
  /** A customer-managed environment is stopped. */
  STOP("Stop", 5, COMPLETED, FAILED),
  /** An add-in; this API starts none, but shows them. */
  ADD_IN("InstallAddin", 10, COMPLETED, FAILED);

  private final String word;
  private final int minutes;
  private final OperationState success;
  private final OperationState failure;

  OperationKind(String word, int minutes, OperationState success, OperationState failure) {
    this.word = word;
    this.minutes = minutes;
    this.success = success;
    this.failure = failure;
  }

  /** The word of the history, {@code Type}. */
  public String word() {
    return word;
  }

  /** The words of the history for people, {@code TypeDisplay}. */
  public String display() {
    return switch (this) {
      case UPDATE -> "Application deployable package";
      case ON_PREMISES_PREPARATION -> "Prepare an on-premises environment";
      case ON_PREMISES_DEPLOYMENT -> "Update an on-premises environment";
      case SCALE_UNIT_UPDATE -> "Commerce scale unit extension";
      case E_COMMERCE_UPDATE -> "e-Commerce package";
      case DATABASE_REFRESH -> "Refresh database";
      case DATABASE_EXPORT -> "Export database";
      case START -> "Start environment";
      case STOP -> "Stop environment";
      case ADD_IN -> "Install addin";
    };
  }

  /** Whether it belongs to the database movement API. */
  public boolean movesDatabase() {
    return this == DATABASE_REFRESH || this == DATABASE_EXPORT;
  }

  /** Whether it starts or stops the environment. */
  public boolean isPower() {
    return this == START || this == STOP;
  }

  /** The states that lead to the end, the first from minute 0 on. */
  List<Leg> way() {
    return switch (this) {
      case UPDATE ->
          List.of(
              new Leg(NOT_STARTED, 0), new Leg(PREPARING_ENVIRONMENT, 2), new Leg(IN_PROGRESS, 10));
      case ON_PREMISES_PREPARATION ->
          List.of(
              new Leg(NOT_STARTED, 0), new Leg(PREPARING_ENVIRONMENT, 2), new Leg(DOWNLOADING, 6));
      case ON_PREMISES_DEPLOYMENT ->
          List.of(new Leg(PREPARATION_SUCCEEDED, 0), new Leg(DEPLOYING, 2));
      case SCALE_UNIT_UPDATE ->
          List.of(new Leg(NOT_STARTED, 0), new Leg(QUEUED, 1), new Leg(RUNNING, 5));
      case E_COMMERCE_UPDATE, DATABASE_REFRESH, DATABASE_EXPORT ->
          List.of(new Leg(NOT_STARTED, 0), new Leg(IN_PROGRESS, 2));
      case START, STOP, ADD_IN -> List.of(new Leg(NOT_STARTED, 0), new Leg(IN_PROGRESS, 1));
    };
  }

  /** How many of the world's minutes it takes when all goes well. */
  int minutes() {
    return minutes;
  }

  /** The end when all goes well. */
  OperationState success() {
    return success;
  }

  /** The end when it fails. */
  OperationState failure() {
    return failure;
  }

  /** Whether what it did can be taken back, and it be ended by hand. */
  boolean rollsBack() {
    return success == COMPLETED || success == DEPLOYED;
  }
}
