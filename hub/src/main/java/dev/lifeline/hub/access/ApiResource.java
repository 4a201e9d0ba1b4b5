package dev.lifeline.hub.access;

/**
 * What clients ask the whereabouts of: the rows of the sheet (Service Endpoints REST: answer to
 * OPTIONS), which are the live service's own values.
 */
public enum ApiResource {
  RESOURCE_AREAS(
      "e81700f7-3be2-46de-8624-2eb35882fcaa",
      "Location / ResourceAreas",
      "_apis/{resource}/{areaId}",
      1,
      "3.2",
      "0.0"),
  CONNECTION_DATA(
      "00d9565f-ed9c-4a06-9a50-00e7896ccab4",
      "Location / ConnectionData",
      "_apis/{resource}",
      1,
      "1.0",
      "0.0"),
  ENDPOINTS(
      "14e48fdc-2c8b-41ce-a0c3-e26f6cc55bd0",
      "serviceendpoint / endpoints",
      "_apis/{area}/{resource}/{endpointId}",
      4,
      "5.2",
      "7.1"),
  PROJECT_ENDPOINTS(
      "e85f1c62-adfc-4b74-b618-11a150fb195e",
      "serviceendpoint / endpoints",
      "{project}/_apis/{area}/{resource}/{endpointId}",
      4,
      "4.1",
      "7.1"),
  PROXY(
      "cc63bb57-2a5f-4a7a-b79c-c142d308657e",
      "serviceendpoint / endpointproxy",
      "{project}/_apis/{area}/{resource}",
      1,
      "4.1",
      "7.1"),
  HISTORY(
      "10a16738-9299-4cd1-9a81-fd23ad6200d0",
      "serviceendpoint / executionhistory",
      "{project}/_apis/{area}/{endpointId}/{resource}",
      1,
      "4.1",
      "7.1"),
  NEW_HISTORY(
      "55b9ed4b-5404-41b1-b9d2-7ed757d02bb0",
      "serviceendpoint / executionhistory",
      "{project}/_apis/{area}/{resource}",
      1,
      "4.1",
      "7.1"),
  TYPES(
      "5a7938a4-655e-486c-b562-b78c54a7e87b",
      "serviceendpoint / types",
      "_apis/{area}/{resource}",
      1,
      "4.1",
      "7.1"),
  FILTERED_TYPES(
      "a01a273f-aa29-4066-b042-3ea628ef6848",
      "serviceendpoint / types",
      "_apis/{area}/{resource}",
      1,
      "1.0",
      "0.0"),
  SHARE(
      "86e77201-c1f7-46c9-8672-9dfc2f6f568a",
      "serviceendpoint / share",
      "_apis/{area}/{resource}/{endpointId}",
      1,
      "5.0",
      "0.0"),
  PIPELINE_PERMISSIONS(
      "b5b9a4a4-e6cd-4096-853c-ab7d8b0c4eb2",
      "pipelinePermissions / pipelinePermissions",
      "{project}/_apis/pipelines/{resource}/{resourceType}/{resourceId}",
      1,
      "5.1",
      "0.0"),
  AUTHORIZED_RESOURCES(
      "398c85bc-81aa-4822-947c-a194a05f0fef",
      "build / authorizedresources",
      "{project}/_apis/{area}/{resource}",
      1,
      "5.0",
      "0.0"),
  ROLE_ASSIGNMENTS(
      "9461c234-c84c-4ed2-b918-2f0f92ad0a35",
      "securityroles / roleassignments",
      "_apis/{area}/scopes/{scopeId}/{resource}/resources/{resourceId}/{identityId}",
      1,
      "2.2",
      "0.0"),
  ROLE_DEFINITIONS(
      "f4cc9a86-453c-48d2-b44d-d3bd5c105f4f",
      "securityroles / roledefinitions",
      "_apis/{area}/scopes/{scopeId}/{resource}",
      1,
      "2.2",
      "0.0");

  /** The newest version of all. */
  public static final String NEWEST = "7.2";

  private static final String SEPARATOR = " / ";

  private final String id;
  private final String name;
  private final String template;
  private final int version;
  private final String since;
  private final String released;

  ApiResource(String id, String name, String template, int version, String since, String released) {
    this.id = id;
    this.name = name;
    this.template = template;
    this.version = version;
    this.since = since;
    this.released = released;
  }

  /** The GUID that clients look for. */
  public String id() {
    return id;
  }

  /** The area that it belongs to. */
  public String area() {
    return name.substring(0, name.indexOf(SEPARATOR));
  }

  /** What it is called in its area. */
  public String resourceName() {
    return name.substring(name.indexOf(SEPARATOR) + SEPARATOR.length());
  }

  /** From which clients build the path. */
  public String template() {
    return template;
  }

  /** The newest resource version. */
  public int version() {
    return version;
  }

  /** The oldest version. */
  public String since() {
    return since;
  }

  /** The newest version that is not under preview; {@code 0.0} when all are. */
  public String released() {
    return released;
  }
}
