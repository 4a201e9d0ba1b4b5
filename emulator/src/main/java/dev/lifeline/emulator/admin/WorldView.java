package dev.lifeline.emulator.admin;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.scenario.Received;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Application;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.DirectoryRole;
import dev.lifeline.emulator.world.Environment;
import dev.lifeline.emulator.world.Lifecycle;
import dev.lifeline.emulator.world.Membership;
import dev.lifeline.emulator.world.Operation;
import dev.lifeline.emulator.world.PermissionGrant;
import dev.lifeline.emulator.world.ProjectId;
import dev.lifeline.emulator.world.ServicePrincipal;
import dev.lifeline.emulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The world as the admin endpoint shows it: everything but passwords and keys. */
final class WorldView {

  private final World world;

  WorldView(World world) {
    this.world = world;
  }

  Fields show() {
    Lifecycle lifecycle = world.lifecycle();
    return Fields.of("tenants", rows(world.directories(), WorldView::tenant))
        .with(
            "projects",
            rows(
                lifecycle.projects(),
                it -> Fields.of("id", it.id().value()).with("name", it.name())))
        .with("memberships", rows(lifecycle.memberships(), WorldView::membership))
        .with("environments", rows(lifecycle.environments(), this::environment))
        .with("assets", rows(lifecycle.assets(), this::asset))
        .with("operations", rows(lifecycle.operations(), this::operation))
        .with("settings", new SettingsOrders(world).show());
  }

  static <T> List<Map<String, @Nullable Object>> rows(List<T> things, Function<T, Fields> row) {
    return things.stream().map(it -> row.apply(it).tree()).toList();
  }

  static Fields received(Received it) {
    return Fields.of("at", it.at().toString())
        .with("service", it.service())
        .with("method", it.method())
        .with("path", it.path())
        .with("query", it.query())
        .with("headers", it.headers())
        .with("form", it.form())
        .with("status", it.status())
        .with("requestBytes", it.requestBytes())
        .with("replyBytes", it.replyBytes())
        .with("fault", it.fault());
  }

  static Fields account(Directory directory, Account it) {
    DirectoryRole role = it.role();
    return Fields.of("name", it.name())
        .with("username", directory.username(it))
        .with("id", it.id().toString())
        .with("signIn", Body.spelling(it.signIn()))
        .with("directoryRole", role == null ? null : Body.spelling(role))
        .with("wrongPasswords", it.wrongPasswords());
  }

  private static Fields tenant(Directory it) {
    return Fields.of("id", it.tenant().id().toString())
        .with("domain", it.tenant().domain())
        .with("conditionalAccess", it.tenant().conditionalAccess())
        .with("accounts", rows(it.accounts(), account -> account(it, account)))
        .with("applications", rows(it.applications(), WorldView::application))
        .with("servicePrincipals", rows(it.principals(), WorldView::principal))
        .with("permissionGrants", rows(it.grants(), WorldView::grant));
  }

  private static Fields application(Application it) {
    return Fields.of("clientId", it.clientId().toString())
        .with("displayName", it.displayName())
        .with("publicClientFlows", it.publicClientFlows());
  }

  private static Fields principal(ServicePrincipal it) {
    return Fields.of("id", it.id().toString())
        .with("appId", it.appId().toString())
        .with("displayName", it.displayName())
        .with("assignmentRequired", it.assignmentRequired());
  }

  private static Fields grant(PermissionGrant it) {
    UUID user = it.principalId();
    return Fields.of("client", it.clientPrincipalId().toString())
        .with("resource", it.resourcePrincipalId().toString())
        .with("account", user == null ? null : user.toString())
        .with("scope", it.scope());
  }

  private static Fields membership(Membership it) {
    return Fields.of("project", it.project().value())
        .with("username", it.username())
        .with("role", Body.spelling(it.role()));
  }

  private Fields environment(Environment it) {
    return Fields.of("id", it.id().toString())
        .with("project", it.project().value())
        .with("name", it.name())
        .with("type", it.type().word())
        .with("infrastructure", it.infrastructure().word())
        .with("scaleUnits", it.scaleUnits())
        .with("eCommerce", it.eCommerce().stream().map(UUID::toString).toList())
        .with("serviced", world.running(it).isPresent())
        .with("stopped", world.isStopped(it));
  }

  private Fields asset(Asset it) {
    ProjectId project = it.project();
    return Fields.of("id", it.id().toString())
        .with("project", project == null ? null : project.value())
        .with("name", it.name())
        .with("fileName", it.fileName())
        .with("fileType", it.fileType())
        .with("sizeBytes", it.sizeBytes())
        .with("committed", it.isCommitted())
        .with("validation", it.validation(age()).word());
  }

  Fields operation(Operation it) {
    UUID asset = it.work().asset();
    return Fields.of("activityId", it.activityId().toString())
        .with("project", it.project().value())
        .with("environment", it.environment().toString())
        .with("kind", Body.spelling(it.kind()))
        .with("asset", asset == null ? null : asset.toString())
        .with("part", it.work().part())
        .with("name", it.name())
        .with("startedAt", it.startedAt().toString())
        .with("outcome", Body.spelling(it.outcome()))
        .with("state", it.state(age()).word());
  }

  private Duration age() {
    return world.clock().age();
  }
}
