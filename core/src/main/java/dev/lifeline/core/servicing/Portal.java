package dev.lifeline.core.servicing;

import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.Geography;
import dev.lifeline.core.model.ProjectId;
import java.net.URI;
import java.util.Optional;

/**
 * The LCS portal in which people see what Lifeline does.
 *
 * @param endpoint whose geography it is
 */
public record Portal(ApiEndpoint endpoint) {
  /** An environment's page (CLIENT); empty when the geography of the endpoint is not known. */
  public Optional<URI> page(ProjectId project, EnvironmentId environment) {
    return Geography.withApiEndpoint(endpoint)
        .map(
            geography ->
                URI.create(
                    geography.portal()
                        + "/V2/EnvironmentDetailsV3New/"
                        + project
                        + "?EnvironmentId="
                        + environment));
  }

  /** Where that page is, for people. */
  String place(ServicingTarget target) {
    return page(target.project(), target.environment())
        .map(URI::toString)
        .orElse("the page of environment " + target.environment() + " in the LCS portal");
  }
}
