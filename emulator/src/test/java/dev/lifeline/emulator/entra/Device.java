package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.Lab;
import java.net.URI;
import java.util.Map;

/** A device without a keyboard, whose code a person has to enter elsewhere. */
final class Device {

  static final String GRAPH_TOOLS = "14d82eec-204b-4c2f-b7e8-296a70dab67e";

  private final Lab lab;
  private final String tenant;
  private final String clientId;
  private final Lab.Answer begun;

  Device(Lab lab, String tenant, String clientId, String scope) throws Exception {
    this.lab = lab;
    this.tenant = tenant;
    this.clientId = clientId;
    URI url =
        lab.emulator
            .addresses()
            .authenticationEndpoint()
            .resolve("/" + tenant + "/oauth2/v2.0/devicecode");
    this.begun = lab.post(url, Map.of("client_id", clientId, "scope", scope));
  }

  /** What Entra ID said to the wish for a code. */
  Lab.Answer begun() {
    return begun;
  }

  String userCode() {
    return begun.text("user_code");
  }

  Lab.Answer ask() throws Exception {
    return ask(clientId);
  }

  Lab.Answer ask(String asClient) throws Exception {
    return lab.post(
        lab.v2TokenUrl(tenant),
        Map.of(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:device_code",
            "device_code",
            begun.text("device_code"),
            "client_id",
            asClient));
  }

  /** The admin endpoint's short cut past the browser. */
  Lab.Answer approveAs(String username) throws Exception {
    return lab.order("/device-codes/" + userCode(), Map.of("username", username));
  }

  Lab.Answer decline() throws Exception {
    return lab.order("/device-codes/" + userCode(), Map.of("decline", true));
  }
}
