package dev.lifeline.emulator.graph;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.world.Application;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.RequiredAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Application registrations: found, made and changed. */
final class Applications {

  private static final Set<String> MEMBERS =
      Set.of(
          "displayName",
          "signInAudience",
          "isFallbackPublicClient",
          "publicClient",
          "requiredResourceAccess");

  private final Supplier<UUID> ids;

  Applications(Supplier<UUID> ids) {
    this.ids = ids;
  }

  List<Fields> list(Caller caller) throws RefusedException {
    caller.needs(Permission.READ_APPLICATIONS);
    return caller.directory().applications().stream().map(Applications::show).toList();
  }

  Fields withClientId(Caller caller, String clientId) throws RefusedException {
    caller.needs(Permission.READ_APPLICATIONS);
    return show(found(caller, clientId, true));
  }

  Fields withObjectId(Caller caller, String objectId) throws RefusedException {
    caller.needs(Permission.READ_APPLICATIONS);
    return show(found(caller, objectId, false));
  }

  Fields create(Caller caller, Members members) throws RefusedException {
    caller.administers(Permission.WRITE_APPLICATIONS);
    members.allowing(MEMBERS).text("displayName");
    // what Graph makes of a registration that does not say whose accounts it is for
    Application empty =
        new Application(
            ids.get(),
            ids.get(),
            "",
            "AzureADandPersonalMicrosoftAccount",
            false,
            List.of(),
            List.of());
    Application made = changed(empty, members);
    caller.change(it -> it.with(made));
    return show(made);
  }

  void changeWithClientId(Caller caller, String clientId, Members members) throws RefusedException {
    caller.administers(Permission.WRITE_APPLICATIONS);
    change(caller, found(caller, clientId, true), members);
  }

  void changeWithObjectId(Caller caller, String objectId, Members members) throws RefusedException {
    caller.administers(Permission.WRITE_APPLICATIONS);
    change(caller, found(caller, objectId, false), members);
  }

  private static void change(Caller caller, Application application, Members members)
      throws RefusedException {
    Application changed = changed(application, members.allowing(MEMBERS));
    caller.change(it -> it.with(changed));
  }

  private static Application found(Caller caller, String text, boolean clientId)
      throws RefusedException {
    Optional<UUID> id = Guid.parse(text);
    Optional<Application> found =
        id.isEmpty()
            ? Optional.empty()
            : clientId
                ? caller.directory().application(id.get())
                : caller.directory().applicationObject(id.get());
    return found.orElseThrow(() -> RefusedException.notFound(text));
  }

  /** Each member replaces what was there, as a whole. */
  private static Application changed(Application it, Members members) throws RefusedException {
    Members publicClient = members.object("publicClient");
    return new Application(
        it.clientId(),
        it.objectId(),
        members.has("displayName") ? members.text("displayName") : it.displayName(),
        members.findText("signInAudience").orElse(it.signInAudience()),
        members.has("isFallbackPublicClient")
            ? members.findBoolean("isFallbackPublicClient").orElse(false)
            : it.publicClientFlows(),
        publicClient.has("redirectUris") ? publicClient.texts("redirectUris") : it.redirectUris(),
        members.has("requiredResourceAccess")
            ? requiredAccess(members.objects("requiredResourceAccess"))
            : it.requiredAccess());
  }

  private static List<RequiredAccess> requiredAccess(List<Members> resources)
      throws RefusedException {
    List<RequiredAccess> access = new ArrayList<>();
    for (Members resource : resources) {
      List<RequiredAccess.Permission> permissions = new ArrayList<>();
      for (Members it : resource.objects("resourceAccess")) {
        String type = it.text("type");
        if (!Set.of("Scope", "Role").contains(type)) {
          throw RefusedException.badRequest("Invalid value for property 'type'.");
        }
        permissions.add(new RequiredAccess.Permission(it.id("id"), type));
      }
      access.add(new RequiredAccess(resource.id("resourceAppId"), permissions));
    }
    return access;
  }

  private static Fields show(Application it) {
    return Fields.of("id", it.objectId().toString())
        .with("appId", it.clientId().toString())
        .with("displayName", it.displayName())
        .with("signInAudience", it.signInAudience())
        .with("isFallbackPublicClient", it.publicClientFlows())
        .with("publicClient", Fields.of("redirectUris", it.redirectUris()))
        .with("web", Fields.of("redirectUris", List.of()))
        .with("spa", Fields.of("redirectUris", List.of()))
        .with(
            "requiredResourceAccess",
            it.requiredAccess().stream().map(Applications::show).toList());
  }

  private static Map<String, @Nullable Object> show(RequiredAccess access) {
    List<Map<String, @Nullable Object>> permissions =
        access.permissions().stream()
            .map(it -> Fields.of("id", it.id().toString()).with("type", it.type()).tree())
            .toList();
    return Fields.of("resourceAppId", access.resourceAppId().toString())
        .with("resourceAccess", permissions)
        .tree();
  }
}
