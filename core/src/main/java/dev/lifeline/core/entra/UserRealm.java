package dev.lifeline.core.entra;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.Realm;
import org.jspecify.annotations.Nullable;

/**
 * What Entra ID says of who checks a password.
 *
 * @param realm who
 * @param metadata where the organization's own sign-in is described, or null
 * @param text the whole answer
 */
record UserRealm(Realm realm, @Nullable String metadata, String text) {
  /** Nothing was said. */
  static final UserRealm UNKNOWN = new UserRealm(Realm.UNKNOWN, null, "");

  static UserRealm in(Answer answer) {
    if (!answer.isSuccess()) {
      return UNKNOWN;
    }
    return Json.readSnakeCase(answer.text(), RealmJson.class)
        .map(json -> new UserRealm(json.realm(), json.federationMetadataUrl(), answer.text()))
        .orElse(UNKNOWN);
  }
}
