package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.DeviceCode;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The page on which a person enters a device code and signs in. */
final class DeviceLogin {

  static final String PATH = "/devicelogin";

  private final World world;
  private final Tenants tenants;
  private final SignInRules rules;
  private final PasswordCheck passwords;

  DeviceLogin(World world, SignInRules rules) {
    this.world = world;
    this.tenants = new Tenants(world);
    this.rules = rules;
    this.passwords = new PasswordCheck(world);
  }

  /** The empty form; a code in the query is filled in already. */
  Reply show(Call call) {
    String code = call.queryParameters().getOrDefault("code", "");
    return DevicePage.form(200, new DevicePage.Entry(code, ""), "");
  }

  /** What the person has decided. */
  Reply decide(Call call) throws IOException {
    Map<String, String> form = TokenRequest.formOf(call);
    var entry =
        new DevicePage.Entry(
            form.getOrDefault("code", ""), form.getOrDefault("username", "").strip());
    Optional<DeviceCode> code = world.deviceCodes().pending(entry.code());
    if (code.isEmpty()) {
      return DevicePage.form(400, entry, "That code is unknown, used or expired.");
    }
    if ("decline".equals(form.get("decision"))) {
      world.deviceCodes().decline(entry.code());
      return DevicePage.end("You declined", "The device gets nothing. You can close this page.");
    }
    try {
      String application = approve(code.get(), entry.username(), form.getOrDefault("password", ""));
      return DevicePage.end(
          "You are signed in",
          application + " can go on as " + entry.username() + ". You can close this page.");
    } catch (RefusedException e) {
      return DevicePage.form(400, entry, e.description());
    }
  }

  private String approve(DeviceCode code, String username, String password)
      throws RefusedException {
    Directory directory = tenants.ofUser(code.tenant(), username);
    Account account = passwords.check(directory, username, password);
    Client client =
        rules
            .find(directory, code.clientId())
            .orElseThrow(
                () ->
                    new RefusedException(Aadsts.APPLICATION_NOT_FOUND, code.clientId().toString()));
    world.deviceCodes().approve(code.userCode(), account);
    return client.displayName();
  }
}
