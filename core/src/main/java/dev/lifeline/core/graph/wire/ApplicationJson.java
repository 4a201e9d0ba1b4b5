package dev.lifeline.core.graph.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application registration (Graph: application). */
public record ApplicationJson(
    @Nullable String id,
    @Nullable String appId,
    @Nullable String displayName,
    @Nullable String signInAudience,
    @Nullable Boolean isFallbackPublicClient,
    @Nullable PublicClientJson publicClient,
    @Nullable List<@Nullable RequiredAccessJson> requiredResourceAccess) {

  /** What belongs to the platform "Mobile and desktop applications". */
  public record PublicClientJson(@Nullable List<@Nullable String> redirectUris) {}

  /** The permissions of one API that the application asks for. */
  public record RequiredAccessJson(
      @Nullable String resourceAppId, @Nullable List<@Nullable AccessJson> resourceAccess) {}

  /** One permission: {@code Scope} is delegated, {@code Role} is the application's own. */
  public record AccessJson(@Nullable String id, @Nullable String type) {}

  /** A page of them. */
  public record Page(@Nullable List<@Nullable ApplicationJson> value) {}
}
