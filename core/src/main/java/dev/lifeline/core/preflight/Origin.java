package dev.lifeline.core.preflight;

import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.Geography;
import java.util.Optional;

/** Where a connection comes from, and so what a person does to change it. */
public enum Origin {
  /** From the connection folder. */
  STORED {
    @Override
    String toMoveTo(ApiEndpoint endpoint, String name) {
      return "lifeline connection update " + word(name) + " " + option(endpoint);
    }

    @Override
    Optional<String> toFindGeography(String name) {
      return Optional.of(
          "find out where it lives: lifeline connection verify "
              + word(name)
              + " --find-geography");
    }
  },
  /** From environment variables. */
  ENVIRONMENT {
    @Override
    String toMoveTo(ApiEndpoint endpoint, String name) {
      return "set LIFELINE_API_ENDPOINT to " + endpoint;
    }

    @Override
    Optional<String> toFindGeography(String name) {
      return Optional.of("find out where it lives: lifeline connection verify --find-geography");
    }
  },
  /** From a service connection of Azure DevOps. */
  SERVICE_ENDPOINT {
    @Override
    String toMoveTo(ApiEndpoint endpoint, String name) {
      return "in Azure DevOps, under Project settings, Service connections, change its Dynamics"
          + " Lifecycle Services API Endpoint to "
          + endpoint;
    }

    @Override
    Optional<String> toFindGeography(String name) {
      return Optional.empty();
    }
  },
  /** From a command that has not kept it yet. */
  NEW {
    @Override
    String toMoveTo(ApiEndpoint endpoint, String name) {
      return "give " + option(endpoint) + " instead";
    }

    @Override
    Optional<String> toFindGeography(String name) {
      return Optional.empty();
    }
  };

  /** How the connection of that name gets another LCS API endpoint. */
  abstract String toMoveTo(ApiEndpoint endpoint, String name);

  /** How the project's geography is looked for; empty where that cannot be done yet. */
  abstract Optional<String> toFindGeography(String name);

  private static String option(ApiEndpoint endpoint) {
    return Geography.withApiEndpoint(endpoint)
        .map(geography -> "--geography " + geography.id())
        .orElse("--api-endpoint " + endpoint);
  }

  /** A name as one word of a command line that can be pasted. */
  private static String word(String name) {
    return name.matches("[\\w.@-]+") ? name : "\"" + name + "\"";
  }
}
