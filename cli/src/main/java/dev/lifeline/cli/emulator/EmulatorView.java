package dev.lifeline.cli.emulator;

import dev.lifeline.emulator.Addresses;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a running emulator is, and the commands with which a person connects; never its password.
 *
 * @param at its addresses
 * @param passwordFile the file that holds the password of its accounts
 */
record EmulatorView(Addresses at, Path passwordFile) {
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("authenticationEndpoint", at.authenticationEndpoint().toString());
    json.put("apiEndpoint", at.apiEndpoint().toString());
    json.put("otherApiEndpoint", at.otherApiEndpoint().toString());
    json.put("graphEndpoint", at.graphEndpoint().toString());
    json.put("blobEndpoint", at.blobEndpoint().toString());
    json.put("adminEndpoint", at.adminEndpoint().toString());
    json.put("caCertificate", at.caCertificate().toString());
    json.put("tenantDomain", at.tenantDomain());
    json.put("clientId", at.clientId().toString());
    json.put("username", at.username());
    json.put("administrator", at.administrator());
    json.put("passwordFile", passwordFile.toString());
    json.put("projectId", at.projectId().value());
    return json;
  }

  /** The commands in the spelling of a POSIX shell, or of PowerShell. */
  List<String> lines(boolean powerShell) {
    String set = powerShell ? "$env:LIFELINE_CA_CERTIFICATE=" : "export LIFELINE_CA_CERTIFICATE=";
    String more = powerShell ? " `" : " \\";
    return List.of(
        "The emulator is ready. Entra ID "
            + at.authenticationEndpoint()
            + ", LCS "
            + at.apiEndpoint(),
        "Its accounts (deploy@, mfa@, expired@, ... at "
            + at.tenantDomain()
            + ") share one password, in",
        "  " + passwordFile,
        "Connect from another terminal:",
        "",
        "  " + set + "'" + at.caCertificate() + "'",
        "  lifeline connection create emulator" + more,
        "    --authentication-endpoint " + at.authenticationEndpoint() + more,
        "    --api-endpoint " + at.apiEndpoint() + more,
        "    --username " + at.username() + more,
        "    --client-id " + at.clientId() + more,
        "    --default-project " + at.projectId() + more,
        "    --password-file '" + passwordFile + "'",
        "  lifeline asset list",
        "",
        "For lifeline app register, app check and connection rotate --change-in-entra:",
        "  --graph-endpoint " + at.graphEndpoint() + ", as " + at.administrator(),
        "LCS in another geography, which knows no project: " + at.otherApiEndpoint(),
        "Look at it and steer it: " + at.adminEndpoint(),
        "Ctrl-C ends it.");
  }
}
