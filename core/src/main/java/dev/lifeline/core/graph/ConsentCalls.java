package dev.lifeline.core.graph;

import dev.lifeline.core.graph.GraphCall.Content;
import dev.lifeline.core.graph.wire.GrantJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls about consent (Graph: oauth2PermissionGrants). */
final class ConsentCalls {
  private static final String PATH = "/oauth2PermissionGrants";

  private ConsentCalls() {}

  /** A filter on the client is answered without replication lag. */
  static GraphCall<List<PermissionGrant.Existing>> of(String clientPrincipalId) {
    String does = "list the consents to the application";
    return GraphCall.reading(
        does,
        Need.READ_CONSENT,
        PATH + Texts.filter("clientId", clientPrincipalId),
        answer ->
            Texts.present(Judge.json(does, answer, GrantJson.Page.class).value()).stream()
                .map(json -> toGrant(does, json))
                .toList());
  }

  static GraphCall<Boolean> give(PermissionGrant grant) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("clientId", grant.clientPrincipalId());
    body.put("consentType", grant.isForEverybody() ? "AllPrincipals" : "Principal");
    body.put("principalId", grant.userId());
    body.put("resourceId", grant.resourcePrincipalId());
    body.put("scope", grant.scope());
    return GraphCall.creating(
        "consent to the application", Need.WRITE_CONSENT, new Content(PATH, body), answer -> true);
  }

  static GraphCall<Boolean> widen(PermissionGrant.Existing existing, String scope) {
    return GraphCall.setting(
        "widen the consent to the application",
        Need.WRITE_CONSENT,
        new Content(PATH + "/" + Texts.encoded(existing.id()), Map.of("scope", scope)));
  }

  private static PermissionGrant.Existing toGrant(String does, GrantJson json) {
    boolean everybody = "AllPrincipals".equalsIgnoreCase(json.consentType());
    return new PermissionGrant.Existing(
        Texts.id(does, json.id()),
        new PermissionGrant(
            Texts.orEmpty(json.clientId()),
            Texts.orEmpty(json.resourceId()),
            everybody ? null : Texts.orEmpty(json.principalId()),
            Texts.orEmpty(json.scope())));
  }
}
