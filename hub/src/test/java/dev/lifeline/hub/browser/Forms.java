package dev.lifeline.hub.browser;

import dev.lifeline.emulator.Addresses;
import dev.lifeline.hub.HubLab;

/** How people fill in what the pages ask for. */
final class Forms {
  private Forms() {}

  /** A connection to the emulator. */
  static void fill(Person person, HubLab lab, String name, String password) {
    Addresses at = lab.emulator.addresses();
    person.field("Authentication Endpoint").selectOption("other");
    person.page.locator("#authentication-endpoint").fill(at.authenticationEndpoint().toString());
    person.field("Dynamics Lifecycle Services API Endpoint").selectOption("other");
    person.page.locator("#api-endpoint").fill(at.apiEndpoint().toString());
    person.field("Username").fill(at.username());
    person.field("Password").fill(password);
    person.field("Application (Client) ID").fill(at.clientId().toString());
    person.field("Service connection name").fill(name);
  }
}
