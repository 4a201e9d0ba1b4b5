package dev.lifeline.core.deployment;

import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;

/** What LCS has against a deployment (LCS API: servicing, rules), known before it is started. */
enum Obstacle {
  PRODUCTION {
    @Override
    boolean stands(Candidate it) {
      return it.type() == DeploymentType.HQ && it.isProduction();
    }

    @Override
    Problem problem(Candidate it) {
      return Problem.of(
              ProblemCode.PRODUCTION_ENVIRONMENT,
              it.place() + " is a production environment, which takes no package through the API")
          .why("LCS deploys a software deployable package to production in its portal only.")
          .fix("deploy to a sandbox, then schedule the update to production in the LCS portal");
    }
  },
  BUILD {
    @Override
    boolean stands(Candidate it) {
      return it.isBuild();
    }

    @Override
    Problem problem(Candidate it) {
      return Problem.of(
              ProblemCode.BUILD_ENVIRONMENT,
              it.place() + " is a build environment, which takes no package through the API")
          .why("LCS services build environments in its portal only.")
          .fix("deploy to a sandbox");
    }
  },
  ON_PREMISES {
    @Override
    boolean stands(Candidate it) {
      return isCommerce(it.type()) && it.isOnPremises();
    }

    @Override
    Problem problem(Candidate it) {
      return Problem.of(
              ProblemCode.ON_PREMISES_ENVIRONMENT,
              it.place() + " is on-premises, where no Commerce package goes")
          .why("LCS deploys packages of type " + it.type().id() + " to cloud environments only.")
          .fix("deploy to a cloud environment");
    }
  },
  OTHER_TYPE {
    @Override
    boolean stands(Candidate it) {
      return !isCommerce(it.type()) && (it.type() == DeploymentType.HQONPREM) != it.isOnPremises();
    }

    @Override
    Problem problem(Candidate it) {
      DeploymentType fit = it.isOnPremises() ? DeploymentType.HQONPREM : DeploymentType.HQ;
      return Problem.of(
              ProblemCode.DEPLOYMENT_TYPE_UNFIT,
              it.place()
                  + (it.isOnPremises() ? " is on-premises" : " is in the cloud")
                  + ", and a deployment of type "
                  + it.type().id()
                  + " does not go there")
          .why("An on-premises environment is prepared first, and deployed to in a second step.")
          .fix("use --type " + fit.id());
    }
  },
  ASSET_TYPE {
    @Override
    boolean stands(Candidate it) {
      return it.asset().typeNumber() != wanted(it.type()).number();
    }

    @Override
    Problem problem(Candidate it) {
      String type =
          AssetType.withNumber(it.asset().typeNumber())
              .map(AssetType::id)
              .orElse("number " + it.asset().typeNumber());
      return Problem.of(
              ProblemCode.ASSET_TYPE_UNFIT,
              it.packageTitle() + " is of type " + type + ", not " + wanted(it.type()).id())
          .why("Deployments of type " + it.type().id() + " take no other.")
          .fix("look for one: lifeline asset list --type " + wanted(it.type()).id());
    }
  },
  INVALID {
    @Override
    boolean stands(Candidate it) {
      return !it.validation().isValid() && !it.validation().isGoing();
    }

    @Override
    Problem problem(Candidate it) {
      return Problem.of(
              ProblemCode.VALIDATION_FAILED,
              it.packageTitle()
                  + " is invalid: its validation in LCS ended as '"
                  + it.validation()
                  + "'")
          .why("LCS deploys valid packages only.")
          .fix(
              "read the findings on the asset's page in LCS, mend the package and upload it again");
    }
  },
  NOT_VALIDATED {
    @Override
    boolean stands(Candidate it) {
      return it.validation().isGoing();
    }

    @Override
    Problem problem(Candidate it) {
      return Problem.of(
              ProblemCode.ASSET_NOT_VALIDATED,
              "LCS has not validated "
                  + it.packageTitle()
                  + " yet: it says '"
                  + it.validation()
                  + "'")
          .why("LCS deploys valid packages only.")
          .fix("wait for it with: lifeline asset wait " + it.asset().id());
    }
  };

  abstract boolean stands(Candidate it);

  abstract Problem problem(Candidate it);

  /** All that stand in the way, the heaviest first. */
  static List<Problem> of(Candidate candidate) {
    return Arrays.stream(values())
        .filter(obstacle -> obstacle.stands(candidate))
        .map(
            obstacle ->
                obstacle
                    .problem(candidate)
                    .detail("environmentId", candidate.environment().id().value())
                    .detail("assetId", candidate.asset().id().value()))
        .toList();
  }

  private static boolean isCommerce(DeploymentType type) {
    return !type.namesItsUpdate();
  }

  private static AssetType wanted(DeploymentType type) {
    return switch (type) {
      case HQ, HQONPREM -> AssetType.SOFTWARE_DEPLOYABLE_PACKAGE;
      case CSU -> AssetType.COMMERCE_CLOUD_SCALE_UNIT_EXTENSION;
      case ECOM -> AssetType.E_COMMERCE_PACKAGE;
    };
  }
}
