package dev.lifeline.core.entra;

import dev.lifeline.core.model.Realm;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The user realm as Entra ID answers it. */
record RealmJson(@Nullable String accountType, @Nullable String federationMetadataUrl) {
  Realm realm() {
    String type = accountType == null ? "" : accountType.toLowerCase(Locale.ROOT);
    return switch (type) {
      case "managed" -> Realm.MANAGED;
      case "federated" -> Realm.FEDERATED;
      default -> Realm.UNKNOWN;
    };
  }
}
