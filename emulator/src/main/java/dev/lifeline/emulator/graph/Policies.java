package dev.lifeline.emulator.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.world.Tenant;
import java.util.List;
import java.util.UUID;

/** What a tenant has decided about sign-ins. */
final class Policies {

  Fields domain(Caller caller, String name) throws RefusedException {
    caller.needs(Permission.READ_DOMAINS);
    Tenant tenant = caller.tenant();
    if (!tenant.domain().equalsIgnoreCase(name)) {
      throw RefusedException.notFound(name);
    }
    return Fields.of("id", tenant.domain())
        .with("authenticationType", "Managed")
        .with("isDefault", true)
        .with("isInitial", false)
        .with("isVerified", true);
  }

  Fields securityDefaults(Caller caller) throws RefusedException {
    caller.needs(Permission.READ_POLICIES);
    return Fields.of("id", id(caller.tenant(), "security defaults"))
        .with("displayName", "Security Defaults")
        .with("isEnabled", false);
  }

  List<Fields> conditionalAccess(Caller caller) throws RefusedException {
    caller.needs(Permission.READ_POLICIES);
    if (!caller.tenant().conditionalAccess()) {
      return List.of();
    }
    Fields conditions =
        Fields.of("clientAppTypes", List.of("all"))
            .with("users", Fields.of("includeUsers", List.of("All")))
            .with("applications", Fields.of("includeApplications", List.of("All")));
    Fields controls = Fields.of("operator", "OR").with("builtInControls", List.of("block"));
    return List.of(
        Fields.of("id", id(caller.tenant(), "no passwords"))
            .with("displayName", "Block sign-ins by password alone")
            .with("state", "enabled")
            .with("conditions", conditions)
            .with("grantControls", controls));
  }

  private static String id(Tenant tenant, String what) {
    return UUID.nameUUIDFromBytes((tenant.id() + "/" + what).getBytes(UTF_8)).toString();
  }
}
