package dev.lifeline.emulator.graph;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.PermissionGrant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Consent to delegated permissions: listed, given and widened. */
final class Grants {

  private static final String ALL = "AllPrincipals";
  private static final String ONE = "Principal";

  private final Supplier<UUID> ids;

  Grants(Supplier<UUID> ids) {
    this.ids = ids;
  }

  List<Fields> list(Caller caller) throws RefusedException {
    caller.needs(Permission.READ_GRANTS);
    return caller.directory().grants().stream().map(Grants::show).toList();
  }

  Fields create(Caller caller, Members members) throws RefusedException {
    caller.administers(Permission.WRITE_GRANTS);
    members.allowing(
        Set.of(
            "clientId",
            "consentType",
            "principalId",
            "resourceId",
            "scope",
            "startTime",
            "expiryTime"));
    Directory directory = caller.directory();
    PermissionGrant grant =
        new PermissionGrant(
            ids.get(),
            principal(directory, members, "clientId"),
            principal(directory, members, "resourceId"),
            user(directory, members),
            members.text("scope").strip());
    if (directory.grants().stream().anyMatch(it -> isSame(it, grant))) {
      throw RefusedException.exists("clientId, resourceId, consentType and principalId");
    }
    caller.change(it -> it.with(grant));
    return show(grant);
  }

  void change(Caller caller, String id, Members members) throws RefusedException {
    caller.administers(Permission.WRITE_GRANTS);
    PermissionGrant grant =
        Guid.parse(id)
            .flatMap(caller.directory()::grant)
            .orElseThrow(() -> RefusedException.notFound(id));
    String scope = members.allowing(Set.of("scope")).text("scope").strip();
    caller.change(it -> it.with(grant.withScope(scope)));
  }

  private static UUID principal(Directory directory, Members members, String name)
      throws RefusedException {
    UUID id = members.id(name);
    if (directory.principal(id).isEmpty()) {
      throw RefusedException.badRequest(
          "Property '%s' is not the object id of a service principal.".formatted(name));
    }
    return id;
  }

  private static @Nullable UUID user(Directory directory, Members members) throws RefusedException {
    String type = members.text("consentType");
    if (type.equals(ALL) && members.findText("principalId").isEmpty()) {
      return null;
    }
    if (!type.equals(ONE)) {
      throw RefusedException.badRequest("Properties 'consentType' and 'principalId' disagree.");
    }
    UUID id = members.id("principalId");
    if (directory.account(id).isEmpty()) {
      throw RefusedException.badRequest("Property 'principalId' is not the object id of a user.");
    }
    return id;
  }

  private static boolean isSame(PermissionGrant one, PermissionGrant other) {
    return one.clientPrincipalId().equals(other.clientPrincipalId())
        && one.resourcePrincipalId().equals(other.resourcePrincipalId())
        && Objects.equals(one.principalId(), other.principalId());
  }

  private static Fields show(PermissionGrant it) {
    UUID user = it.principalId();
    return Fields.of("id", it.id().toString())
        .with("clientId", it.clientPrincipalId().toString())
        .with("consentType", user == null ? ALL : ONE)
        .with("principalId", user == null ? null : user.toString())
        .with("resourceId", it.resourcePrincipalId().toString())
        .with("scope", it.scope());
  }
}
