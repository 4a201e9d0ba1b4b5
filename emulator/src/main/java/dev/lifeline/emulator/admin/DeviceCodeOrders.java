package dev.lifeline.emulator.admin;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.DeviceCode;
import dev.lifeline.emulator.world.DeviceCodes;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Device codes without a browser: a test approves or declines in the place of a person. */
final class DeviceCodeOrders {

  private final World world;

  DeviceCodeOrders(World world) {
    this.world = world;
  }

  /** The codes that wait. */
  Fields list() {
    return Fields.of(
        "deviceCodes", WorldView.rows(world.deviceCodes().pending(), DeviceCodeOrders::row));
  }

  /** Approves as {@code username}, without a password, or declines when {@code decline} is true. */
  Fields decide(Call call, String userCode) throws IOException {
    Body order = Body.of(call).allowing(Set.of("username", "decline"));
    DeviceCodes codes = world.deviceCodes();
    DeviceCode code =
        codes
            .pending(userCode)
            .orElseThrow(() -> new IllegalArgumentException("no such device code waits"));
    Optional<String> username = order.findText("username");
    if (order.isTrue("decline") == username.isPresent()) {
      throw new IllegalArgumentException("give \"username\", or \"decline\": true");
    }
    if (username.isEmpty()) {
      codes.decline(userCode);
      return row(code).with("state", "declined");
    }
    codes.approve(userCode, account(code, username.get()));
    return row(code).with("state", "approved");
  }

  private Account account(DeviceCode code, String username) {
    Optional<Directory> directory = world.directoryOfTenant(code.tenant());
    if (directory.isEmpty()) {
      directory = world.directoryOfUser(username);
    }
    return directory
        .flatMap(it -> it.account(username))
        .orElseThrow(
            () -> new IllegalArgumentException("\"username\" is no account of that tenant"));
  }

  private static Fields row(DeviceCode it) {
    return Fields.of("userCode", it.userCode())
        .with("clientId", it.clientId().toString())
        .with("tenant", it.tenant())
        .with("scope", it.scope())
        .with("expires", it.expires().toString())
        .with("state", Body.spelling(it.state()));
  }
}
