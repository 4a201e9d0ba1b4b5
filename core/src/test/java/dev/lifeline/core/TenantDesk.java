package dev.lifeline.core;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.DeviceCode;
import dev.lifeline.core.model.GraphEndpoint;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Application;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.ServicePrincipal;
import dev.lifeline.emulator.world.World;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One tenant of an emulator: what is in it, and the people who sign in to it on other devices. */
public final class TenantDesk {
  public final Lab lab;
  private final String domain;
  private final World world;

  public TenantDesk(Lab lab, String domain) {
    this.lab = lab;
    this.domain = domain;
    this.world = lab.emulator.world();
  }

  /** Somebody who enters the code at once. */
  public Consumer<DeviceCode> approving(String account) {
    return code -> {
      if (!world.deviceCodes().approve(code.userCode(), account(account))) {
        throw new AssertionError("no such code waits");
      }
    };
  }

  /** Lifeline for an administrator. */
  public Administration administration() {
    return new Administration(
        AdministrationSettings.of(lab.authority(), graphEndpoint(), null),
        lab.network(),
        surroundings());
  }

  public Surroundings surroundings() {
    return new Surroundings(lab.time, new Random(1), UUID::randomUUID, lab.events::add);
  }

  public GraphEndpoint graphEndpoint() {
    return new GraphEndpoint(lab.emulator.addresses().graphEndpoint());
  }

  public Directory directory() {
    return world.directoryOfTenant(domain).orElseThrow();
  }

  public void change(UnaryOperator<Directory> change) {
    world.changeDirectory(directory().tenant().id(), change);
  }

  public String username(String account) {
    return account + "@" + domain;
  }

  public Account account(String account) {
    return directory().account(username(account)).orElseThrow();
  }

  public Application application(String name) {
    return directory().application(name).orElseThrow();
  }

  public ClientId clientId(String name) {
    return new ClientId(application(name).clientId().toString());
  }

  public ServicePrincipal principal(String name) {
    return directory().principalOf(application(name).clientId()).orElseThrow();
  }

  /** A connection for an account of the tenant through one of its applications. */
  public ServiceConnection connection(String account, ClientId clientId) {
    return new ServiceConnection(
        "prod", lab.authority(), lab.apiEndpoint(), username(account), clientId, null, null);
  }
}
