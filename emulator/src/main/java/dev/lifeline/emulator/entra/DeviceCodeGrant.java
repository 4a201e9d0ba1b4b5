package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.DeviceCode;
import dev.lifeline.emulator.world.DeviceCodes;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.World;
import java.util.Optional;
import java.util.UUID;

/** A device asks whether somebody has signed in for it meanwhile. */
final class DeviceCodeGrant implements GrantType {

  private final World world;
  private final SignInRules rules;

  DeviceCodeGrant(World world, SignInRules rules) {
    this.world = world;
    this.rules = rules;
  }

  @Override
  public Grant decide(TokenRequest request) throws RefusedException {
    String clientId = request.get("client_id");
    String handle = request.get("device_code");
    UUID id =
        Guid.parse(clientId)
            .orElseThrow(() -> new RefusedException(Aadsts.APPLICATION_NOT_FOUND, clientId));
    DeviceCode code = approved(world.deviceCodes().ask(handle, id));
    Optional<UUID> who = Optional.ofNullable(code.account());
    Directory directory =
        who.flatMap(world::directoryOfAccount)
            .orElseThrow(() -> new RefusedException(Aadsts.USER_NOT_FOUND));
    Account account =
        who.flatMap(directory::account)
            .orElseThrow(() -> new RefusedException(Aadsts.USER_NOT_FOUND));
    Client client = rules.client(directory, request);
    Target target = rules.target(directory, client, Scopes.parse(code.scope()));
    PasswordCheck.checkState(account, world.clock().now());
    return rules.grant(request, new SignedIn(directory, account, Proof.BROWSER), client, target);
  }

  private static DeviceCode approved(DeviceCodes.Told told) throws RefusedException {
    DeviceCode code = told.code();
    if (code == null) {
      throw new RefusedException(Aadsts.DEVICE_CODE_UNKNOWN);
    }
    switch (told.answer()) {
      case PENDING -> throw new RefusedException(Aadsts.DEVICE_CODE_PENDING);
      case EXPIRED -> throw new RefusedException(Aadsts.DEVICE_CODE_EXPIRED);
      // ASSUMED: the numbers that go with these two words
      case TOO_SOON -> throw RefusedException.saying("slow_down", Aadsts.DEVICE_CODE_PENDING, "");
      case DECLINED ->
          throw RefusedException.saying("authorization_declined", Aadsts.CONSENT_DECLINED, "");
      case UNKNOWN -> throw new RefusedException(Aadsts.DEVICE_CODE_UNKNOWN);
      case APPROVED -> {
        return code;
      }
    }
    throw new IllegalStateException("an answer of a newer kind");
  }
}
