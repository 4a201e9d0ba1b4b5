package dev.lifeline.emulator;

import dev.lifeline.emulator.admin.AdminService;
import dev.lifeline.emulator.blob.BlobStorage;
import dev.lifeline.emulator.entra.EntraService;
import dev.lifeline.emulator.federation.FederationService;
import dev.lifeline.emulator.graph.GraphService;
import dev.lifeline.emulator.lcs.LcsService;
import dev.lifeline.emulator.scenario.FaultyService;
import dev.lifeline.emulator.server.Service;
import dev.lifeline.emulator.token.AccessTokens;
import dev.lifeline.emulator.token.SamlAssertions;
import dev.lifeline.emulator.token.TokenKey;
import dev.lifeline.emulator.world.Api;
import dev.lifeline.emulator.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Puts the services of one world behind their ports. */
final class Services {

  private static final String GRAPH = "https://graph.microsoft.com";

  private final World world;
  private final FaultyService.Scenario scenario;
  private final LcsService.Sources sources;
  private final Supplier<UUID> ids;
  private final Listeners at;
  private final TokenKey key;

  Services(
      World world,
      FaultyService.Scenario scenario,
      LcsService.Sources sources,
      Listeners listeners) {
    this.world = world;
    this.scenario = scenario;
    this.sources = sources;
    this.ids = sources.ids();
    this.at = listeners;
    this.key = new TokenKey(world.state().signingKey());
  }

  /** From now on requests are answered; blob storage serves itself. */
  void serve(BlobStorage storage) {
    serve(at.entra(), "entra", withFederation(entra(), federation()));
    serve(at.lcs(), "lcs", LcsService.of(world, storage, tokens(lcsNames()), sources));
    serve(
        at.otherLcs(),
        "other-lcs",
        LcsService.ofAnotherGeography(world, storage, tokens(names(at.otherLcs())), sources));
    serve(at.graph(), "graph", graph());
    at.admin().serve(new AdminService(world, scenario.faults(), scenario.received(), ids));
  }

  private EntraService entra() {
    Set<String> lcs = new HashSet<>(lcsNames());
    lcs.addAll(names(at.otherLcs()));
    String authority = at.entra().address().toString();
    return new EntraService(world, key, new EntraService.Names(authority, lcs, graphNames()), ids);
  }

  private FederationService federation() {
    return new FederationService(
        world, new SamlAssertions(world, key, ids), at.entra().address().toString());
  }

  /** AD FS has the address of Entra ID, and a folder of its own there. */
  private static Service withFederation(Service entra, Service federation) {
    return call -> call.path().startsWith("/adfs/") ? federation.answer(call) : entra.answer(call);
  }

  private GraphService graph() {
    String lcs = at.lcs().address().toString();
    String otherLcs = at.otherLcs().address().toString();
    return new GraphService(
        world,
        tokens(graphNames()),
        Map.of(
            Api.LCS, List.of(lcs, lcs + "/", otherLcs, otherLcs + "/"), Api.GRAPH, List.of(GRAPH)),
        ids);
  }

  /** A token for the application id is good where the projects are. */
  private Set<String> lcsNames() {
    Set<String> names = new HashSet<>(names(at.lcs()));
    names.add(Api.LCS.appId().toString());
    return names;
  }

  private Set<String> graphNames() {
    Set<String> names = new HashSet<>(names(at.graph()));
    names.add(GRAPH);
    return names;
  }

  private static Set<String> names(Listener listener) {
    return Set.of(listener.address().toString(), listener.numericAddress());
  }

  private AccessTokens tokens(Set<String> names) {
    return AccessTokens.forAnyOf(world, key, names);
  }

  private void serve(Listener listener, String name, Service service) {
    listener.serve(new FaultyService(name, service, scenario));
  }
}
