package dev.lifeline.hub.discovery;

import dev.lifeline.hub.access.ApiResource;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Identities;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.web.Reply;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What clients ask before any call (Service Endpoints REST: discovery). */
public final class Discovery {
  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.LOCATIONS, call -> locations(resource -> true))
        .on(Route.LOCATIONS_OF_AREA, Discovery::locationsOfArea)
        .on(Route.RESOURCE_AREAS, call -> resourceAreas())
        .on(Route.RESOURCE_AREA, call -> Reply.json(null))
        .on(Route.CONNECTION_DATA, Discovery::connectionData);
  }

  private static Reply locationsOfArea(Call call) {
    String area = call.http().parameter("area").orElse("");
    return locations(resource -> resource.area().equalsIgnoreCase(area));
  }

  private static Reply locations(Predicate<ApiResource> wanted) {
    return Reply.list(
        Arrays.stream(ApiResource.values()).filter(wanted).map(Discovery::location).toList());
  }

  private static Map<String, Object> location(ApiResource resource) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", resource.id());
    json.put("area", resource.area());
    json.put("resourceName", resource.resourceName());
    json.put("routeTemplate", resource.template());
    json.put("resourceVersion", resource.version());
    json.put("minVersion", resource.since());
    json.put("maxVersion", ApiResource.NEWEST);
    json.put("releasedVersion", resource.released());
    return json;
  }

  /** As on premises: every client then keeps its base address, whatever areas it wants. */
  private static Reply resourceAreas() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("count", 0);
    json.put("value", null);
    return Reply.json(json);
  }

  private static Reply connectionData(Call call) {
    Map<String, Object> user = user(call);
    Map<String, Object> locations = new LinkedHashMap<>();
    locations.put("defaultAccessMappingMoniker", "PublicAccessMapping");
    locations.put("accessMappings", List.of());
    locations.put("serviceDefinitions", List.of());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("authenticatedUser", user);
    json.put("authorizedUser", user);
    json.put("instanceId", call.organization().id().toString());
    json.put("deploymentType", "onPremises");
    json.put("locationServiceData", locations);
    return Reply.json(json);
  }

  private static Map<String, Object> user(Call call) {
    Person person = call.caller().person();
    Object descriptor = new Identities(call).of(person).get("descriptor");
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", person.id().toString());
    json.put("descriptor", String.valueOf(descriptor));
    json.put("subjectDescriptor", String.valueOf(descriptor));
    json.put("providerDisplayName", person.displayName());
    json.put("isActive", true);
    json.put(
        "properties",
        Map.of("Account", Map.of("$type", "System.String", "$value", person.uniqueName())));
    return json;
  }
}
