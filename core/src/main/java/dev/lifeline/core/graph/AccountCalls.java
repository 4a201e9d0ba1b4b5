package dev.lifeline.core.graph;

import dev.lifeline.core.graph.GraphCall.Content;
import dev.lifeline.core.graph.wire.DomainJson;
import dev.lifeline.core.graph.wire.UserJson;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.model.Secret;
import java.util.Map;
import java.util.Optional;

/** The calls about accounts (Graph: users, me, domains). */
final class AccountCalls {
  private AccountCalls() {}

  static GraphCall<Optional<DirectoryUser>> find(String username) {
    String does = "look up the account '" + username + "'";
    return GraphCall.finding(
        does,
        Need.READ_USERS,
        "/users/"
            + Texts.encoded(username)
            + "?$select=id,userPrincipalName,accountEnabled,userType,onPremisesSyncEnabled",
        answer -> answer.isSuccess() ? Optional.of(one(does, answer)) : Optional.empty());
  }

  /** How accounts of a domain sign in: {@code Managed} or {@code Federated}. */
  static GraphCall<Optional<String>> authentication(String domain) {
    String does = "look up the domain '" + domain + "'";
    return GraphCall.finding(
        does,
        Need.READ_DOMAINS,
        "/domains/" + Texts.encoded(domain) + "?$select=id,authenticationType",
        answer ->
            answer.isSuccess()
                ? Optional.ofNullable(
                    Judge.json(does, answer, DomainJson.class).authenticationType())
                : Optional.empty());
  }

  static GraphCall<Boolean> changePassword(Secret current, Secret next) {
    Map<String, String> body =
        Map.of("currentPassword", current.reveal(), "newPassword", next.reveal());
    return GraphCall.creating(
        "change the password of the account",
        Need.CHANGE_OWN_PASSWORD,
        new Content("/me/changePassword", body),
        answer -> true);
  }

  private static DirectoryUser one(String does, Answer answer) {
    UserJson json = Judge.json(does, answer, UserJson.class);
    return new DirectoryUser(
        Texts.id(does, json.id()),
        Texts.orEmpty(json.userPrincipalName()),
        json.accountEnabled() != null && json.userType() != null,
        !Boolean.FALSE.equals(json.accountEnabled()),
        "Guest".equalsIgnoreCase(json.userType()),
        Boolean.TRUE.equals(json.onPremisesSyncEnabled()));
  }
}
