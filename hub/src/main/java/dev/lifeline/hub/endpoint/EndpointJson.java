package dev.lifeline.hub.endpoint;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.model.Labels;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service endpoint as clients send it (Service Endpoints REST: fields); what the server sets is
 * not read. Prints no secret.
 */
public record EndpointJson(
    @Nullable String id,
    @Nullable String name,
    @Nullable String type,
    @Nullable String url,
    @Nullable String description,
    @Nullable String owner,
    @Nullable String serviceManagementReference,
    @Nullable Values data,
    @Nullable Authorization authorization,
    @Nullable List<Reference> serviceEndpointProjectReferences) {

  /**
   * A connection as a form describes it.
   *
   * @param password null when none was given
   * @param project what it is made in, or changed in
   */
  public static EndpointJson of(
      Target target, Labels labels, @Nullable Secret password, Project project) {
    Reference here =
        new Reference(
            new ProjectJson(project.id().toString(), project.name()),
            labels.name(),
            labels.description());
    return new EndpointJson(
        null,
        labels.name(),
        target.type(),
        target.url(),
        labels.description(),
        labels.owner(),
        labels.managementReference(),
        new Values(target.apiUrl(), null),
        new Authorization(
            Draft.SCHEME, new Parameters(target.clientId(), target.username(), password)),
        List.of(here));
  }

  /**
   * The values of the type.
   *
   * @param lifelineVerify the hub's own: {@code false} stores a password without trying it
   */
  public record Values(@Nullable String apiurl, @Nullable String lifelineVerify) {}

  /** How it signs in. */
  public record Authorization(@Nullable String scheme, @Nullable Parameters parameters) {}

  /**
   * The parameters of the scheme UsernamePassword.
   *
   * @param password null and an empty text both mean that none was sent
   */
  public record Parameters(
      @Nullable String clientid, @Nullable String username, @Nullable Secret password) {}

  /** A project, and what it calls the endpoint. */
  public record Reference(
      @Nullable ProjectJson projectReference, @Nullable String name, @Nullable String description) {

    /** The project's id, or else its name. */
    @Nullable String project() {
      if (projectReference == null) {
        return null;
      }
      return projectReference.id() == null ? projectReference.name() : projectReference.id();
    }
  }

  /** A project. */
  public record ProjectJson(@Nullable String id, @Nullable String name) {}

  List<Reference> references() {
    return serviceEndpointProjectReferences == null ? List.of() : serviceEndpointProjectReferences;
  }

  @Nullable Secret password() {
    return authorization == null || authorization.parameters() == null
        ? null
        : authorization.parameters().password();
  }

  EndpointJson in(List<Reference> others) {
    return new EndpointJson(
        id,
        name,
        type,
        url,
        description,
        owner,
        serviceManagementReference,
        data,
        authorization,
        others);
  }
}
