package dev.lifeline.hub.verification;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.model.Target;
import org.jspecify.annotations.Nullable;

/** What a client wants tested (Service Endpoints REST: verify). Prints no secret. */
record ProxyJson(@Nullable Source dataSourceDetails, @Nullable Details serviceEndpointDetails) {
  /** Which data source. */
  record Source(@Nullable String dataSourceName) {}

  /** The values; null what is as stored. */
  record Details(
      @Nullable String type,
      @Nullable String url,
      @Nullable Values data,
      @Nullable Authorization authorization) {
    static final Details NONE = new Details(null, null, null, null);

    @Nullable Secret password() {
      return parameters().password();
    }

    /** These values where there are any, the others else. */
    Target over(Target stored) {
      return new Target(
          stored.type(),
          either(url, stored.url()),
          either(data == null ? null : data.apiurl(), stored.apiUrl()),
          either(parameters().username(), stored.username()),
          either(parameters().clientid(), stored.clientId()));
    }

    private Parameters parameters() {
      return authorization == null || authorization.parameters() == null
          ? Parameters.NONE
          : authorization.parameters();
    }

    private static String either(@Nullable String given, String stored) {
      return given == null || given.isBlank() ? stored : given.strip();
    }
  }

  /** The values of the type. */
  record Values(@Nullable String apiurl) {}

  /** How it signs in. */
  record Authorization(@Nullable Parameters parameters) {}

  /** As whom. */
  record Parameters(
      @Nullable String clientid, @Nullable String username, @Nullable Secret password) {
    static final Parameters NONE = new Parameters(null, null, null);
  }

  String dataSource() {
    return dataSourceDetails == null || dataSourceDetails.dataSourceName() == null
        ? ""
        : dataSourceDetails.dataSourceName();
  }

  Details details() {
    return serviceEndpointDetails == null ? Details.NONE : serviceEndpointDetails;
  }
}
