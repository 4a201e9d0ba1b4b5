package dev.lifeline.core.graph;

import dev.lifeline.core.graph.GraphCall.Content;
import dev.lifeline.core.graph.wire.ApplicationJson;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.model.ClientId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls about application registrations (Graph: applications). */
final class ApplicationCalls {
  private ApplicationCalls() {}

  static GraphCall<Optional<Application>> find(ClientId clientId) {
    String does = "look up the application " + clientId;
    return GraphCall.finding(
        does,
        Need.READ_APPLICATIONS,
        "/applications(appId='" + clientId + "')",
        answer -> answer.isSuccess() ? Optional.of(one(does, answer)) : Optional.empty());
  }

  static GraphCall<List<Application>> named(String displayName) {
    String does = "look for applications of the name '" + displayName + "'";
    return GraphCall.reading(
        does,
        Need.READ_APPLICATIONS,
        "/applications" + Texts.filter("displayName", displayName),
        answer ->
            Texts.present(Judge.json(does, answer, ApplicationJson.Page.class).value()).stream()
                .map(json -> toApplication(does, json))
                .toList());
  }

  static GraphCall<Application> create(String displayName, ApplicationSettings settings) {
    String does = "register the application '" + displayName + "'";
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("displayName", displayName);
    body.put("signInAudience", "AzureADMyOrg"); // DOC: left out, it opens to personal accounts
    body.putAll(members(settings));
    return GraphCall.creating(
        does,
        Need.WRITE_APPLICATIONS,
        new Content("/applications", body),
        answer -> one(does, answer));
  }

  static GraphCall<Boolean> change(Application application, ApplicationSettings settings) {
    return GraphCall.setting(
        "change the application '" + application.displayName() + "'",
        Need.WRITE_APPLICATIONS,
        new Content("/applications/" + application.objectId(), members(settings)));
  }

  private static Map<String, Object> members(ApplicationSettings settings) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("isFallbackPublicClient", settings.publicClientFlows());
    members.put("publicClient", Map.of("redirectUris", settings.redirectUris()));
    members.put(
        "requiredResourceAccess",
        settings.requiredAccess().stream().map(ApplicationCalls::member).toList());
    return members;
  }

  private static Map<String, Object> member(RequiredAccess access) {
    return Map.of(
        "resourceAppId",
        access.resource(),
        "resourceAccess",
        access.permissions().stream()
            .map(permission -> Map.of("id", permission.id(), "type", permission.type()))
            .toList());
  }

  private static Application one(String does, Answer answer) {
    return toApplication(does, Judge.json(does, answer, ApplicationJson.class));
  }

  private static Application toApplication(String does, ApplicationJson json) {
    ApplicationJson.PublicClientJson client = json.publicClient();
    try {
      return new Application(
          Texts.id(does, json.id()),
          new ClientId(Texts.orEmpty(json.appId())),
          Texts.orEmpty(json.displayName()),
          Texts.orEmpty(json.signInAudience()),
          Boolean.TRUE.equals(json.isFallbackPublicClient()),
          client == null ? List.of() : Texts.present(client.redirectUris()),
          Texts.present(json.requiredResourceAccess()).stream()
              .map(ApplicationCalls::toAccess)
              .toList());
    } catch (IllegalArgumentException e) {
      throw Judge.unreadable(does, String.valueOf(e.getMessage())).raise(e);
    }
  }

  private static RequiredAccess toAccess(ApplicationJson.RequiredAccessJson json) {
    return new RequiredAccess(
        Texts.orEmpty(json.resourceAppId()),
        Texts.present(json.resourceAccess()).stream()
            .map(
                access ->
                    new RequiredAccess.Permission(
                        Texts.orEmpty(access.id()), Texts.orEmpty(access.type())))
            .toList());
  }
}
