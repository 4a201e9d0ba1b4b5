package dev.lifeline.core.entra;

import dev.lifeline.core.Lab;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.emulator.world.World;
import java.util.UUID;

/** The person at the other device. */
final class PersonWithCode {
  private final Lab lab;
  final DeviceCodeSignIn signIn;

  PersonWithCode(Lab lab) {
    this.lab = lab;
    this.signIn = new DeviceCodeSignIn(lab.transport(), lab.time, UUID::randomUUID);
  }

  DeviceCodeSignIn.Begun begin(AuthenticationEndpoint authority) {
    return signIn.begin(authority, lab.clientId(), lab.scope());
  }

  void approve(DeviceCodeSignIn.Begun begun, String account) {
    World world = lab.emulator.world();
    boolean waits =
        world
            .deviceCodes()
            .approve(
                begun.code().userCode(),
                world.directory().account(lab.username(account)).orElseThrow());
    if (!waits) {
      throw new AssertionError("no such code waits");
    }
  }

  void decline(DeviceCodeSignIn.Begun begun) {
    lab.emulator.world().deviceCodes().decline(begun.code().userCode());
  }

  SignInResult signIn(AuthenticationEndpoint authority, String account) {
    DeviceCodeSignIn.Begun begun = begin(authority);
    approve(begun, account);
    return signIn.await(begun);
  }
}
