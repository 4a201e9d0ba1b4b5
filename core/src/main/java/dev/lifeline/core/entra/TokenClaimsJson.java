package dev.lifeline.core.entra;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of an access token; numbers come as numbers or as text, {@code aud} also as a list.
 */
record TokenClaimsJson(
    @Nullable Object aud,
    @Nullable String scp,
    @Nullable String tid,
    @Nullable String appid,
    @Nullable String azp,
    @Nullable String upn,
    @Nullable String uniqueName,
    @Nullable String preferredUsername,
    @Nullable String iat,
    @Nullable String exp,
    @Nullable String pwdExp) {
  List<String> audiences() {
    if (aud instanceof List<?> several) {
      return several.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }
    return aud instanceof String one ? List.of(one) : List.of();
  }

  List<String> scopes() {
    return scp == null || scp.isBlank() ? List.of() : List.of(scp.strip().split("\\s+"));
  }
}
