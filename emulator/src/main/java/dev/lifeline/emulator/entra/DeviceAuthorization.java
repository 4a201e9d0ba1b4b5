package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.world.DeviceCode;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.World;
import dev.lifeline.emulator.world.WorldSettings;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Begins sign-ins that a person ends in a browser. */
final class DeviceAuthorization {

  /** No vowels, and nothing that looks like something else. */
  private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

  private final World world;
  private final Tenants tenants;
  private final SignInRules rules;
  private final Supplier<UUID> ids;
  private final String page;

  DeviceAuthorization(World world, SignInRules rules, Supplier<UUID> ids, String page) {
    this.world = world;
    this.tenants = new Tenants(world);
    this.rules = rules;
    this.ids = ids;
    this.page = page;
  }

  /**
   * A new code.
   *
   * @throws RefusedException if tenant, application or scope are not known
   */
  Fields begin(TokenRequest request) throws RefusedException {
    String tenant = request.tenant();
    if (!tenants.isKnown(tenant)) {
      throw new RefusedException(Aadsts.TENANT_NOT_FOUND, tenant);
    }
    if (tenants.isForEveryone(tenant)) {
      throw new RefusedException(Aadsts.DEVICE_CODE_NEEDS_TENANT);
    }
    String clientId = request.get("client_id");
    String scope = request.get("scope");
    Scopes.parse(scope);
    Client client = rules.client(directory(tenant, clientId), request);
    WorldSettings settings = world.settings();
    DeviceCode code =
        new DeviceCode(
            userCode(ids.get()),
            client.id(),
            tenant,
            scope,
            world.clock().now().plus(settings.deviceCodeLifetime()),
            settings.deviceCodeInterval(),
            DeviceCode.State.PENDING,
            null);
    String handle = Guid.digits(ids.get()) + Guid.digits(ids.get());
    world.deviceCodes().add(handle, code);
    return Fields.of("user_code", code.userCode())
        .with("device_code", handle)
        .with("verification_uri", page)
        .with("expires_in", settings.deviceCodeLifetime().toSeconds())
        .with("interval", settings.deviceCodeInterval().toSeconds())
        .with(
            "message", "Open %s in a browser and enter %s there.".formatted(page, code.userCode()));
  }

  /** Who will sign in is not known yet, so any tenant's application is good at first. */
  private Directory directory(String tenant, String clientId) throws RefusedException {
    Optional<Directory> one = tenants.find(tenant);
    if (one.isPresent()) {
      return one.get();
    }
    return Guid.parse(clientId)
        .flatMap(
            id ->
                world.directories().stream()
                    .filter(it -> rules.find(it, id).isPresent())
                    .findFirst())
        .orElseThrow(() -> new RefusedException(Aadsts.APPLICATION_NOT_FOUND, clientId));
  }

  private static String userCode(UUID random) {
    StringBuilder code = new StringBuilder();
    long bits = random.getLeastSignificantBits() ^ random.getMostSignificantBits();
    for (int i = 0; i < 8; i++) {
      code.append(i == 4 ? "-" : "");
      code.append(LETTERS.charAt((int) Long.remainderUnsigned(bits, LETTERS.length())));
      bits = Long.divideUnsigned(bits, LETTERS.length());
    }
    return code.toString();
  }
}
