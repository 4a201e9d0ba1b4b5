package dev.lifeline.core.servicing;

import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.emulator.world.OperationKind;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** What a command is run for. */
enum Errand {
  DEPLOY_HQ,
  DEPLOY_HQ_AND_LEAVE,
  DEPLOY_HQONPREM,
  DEPLOY_CSU,
  DEPLOY_ECOM,
  EXPORT,
  REFRESH,
  START,
  STOP;

  /** The operations in LCS that it comes to, each of which must be there once in the end. */
  List<OperationKind> operations() {
    return switch (this) {
      case DEPLOY_HQ, DEPLOY_HQ_AND_LEAVE -> List.of(OperationKind.UPDATE);
      case DEPLOY_HQONPREM ->
          List.of(OperationKind.ON_PREMISES_PREPARATION, OperationKind.ON_PREMISES_DEPLOYMENT);
      case DEPLOY_CSU -> List.of(OperationKind.SCALE_UNIT_UPDATE);
      case DEPLOY_ECOM -> List.of(OperationKind.E_COMMERCE_UPDATE);
      case EXPORT -> List.of(OperationKind.DATABASE_EXPORT);
      case REFRESH -> List.of(OperationKind.DATABASE_REFRESH);
      case START -> List.of(OperationKind.START);
      case STOP -> List.of(OperationKind.STOP);
    };
  }

  /** Which of the operations that request starts, from 1. */
  int step(URI start) {
    return start.getPath().contains("/finalizeupdate/") ? 2 : 1;
  }

  /** Whether the command leaves before the operation has ended. */
  boolean leaves() {
    return this == DEPLOY_HQ_AND_LEAVE;
  }

  /** Runs the command. */
  void run(Program program, Consumer<Started> begun) {
    switch (this) {
      case DEPLOY_HQ -> program.deploy(DeploymentType.HQ, begun);
      case DEPLOY_HQ_AND_LEAVE -> program.beginToDeploy(DeploymentType.HQ, begun);
      case DEPLOY_HQONPREM -> program.deploy(DeploymentType.HQONPREM, begun);
      case DEPLOY_CSU -> program.deploy(DeploymentType.CSU, begun);
      case DEPLOY_ECOM -> program.deploy(DeploymentType.ECOM, begun);
      case EXPORT -> program.export(begun);
      case REFRESH -> program.refresh(begun);
      case START -> program.startEnvironment(begun);
      case STOP -> program.stopEnvironment(begun);
    }
  }
}
