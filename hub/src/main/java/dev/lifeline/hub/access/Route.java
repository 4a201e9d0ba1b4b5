package dev.lifeline.hub.access;

import static dev.lifeline.hub.access.Route.Kind.PAGE;
import static dev.lifeline.hub.access.Target.CONNECTION;
import static dev.lifeline.hub.access.Target.CONNECTION_OR_NULL;
import static dev.lifeline.hub.access.Target.HUB;
import static dev.lifeline.hub.access.Target.NAMED_WITHIN;
import static dev.lifeline.hub.access.Target.ORGANIZATION;
import static dev.lifeline.hub.access.Target.PROJECT;
import static dev.lifeline.hub.model.Power.ADMINISTER;
import static dev.lifeline.hub.model.Power.CREATE;
import static dev.lifeline.hub.model.Power.MANAGE;
import static dev.lifeline.hub.model.Power.OWN;
import static dev.lifeline.hub.model.Power.USE;
import static dev.lifeline.hub.model.Power.VIEW;
import static dev.lifeline.hub.model.TokenScope.ADMINISTRATION;
import static dev.lifeline.hub.model.TokenScope.CONNECTIONS_MANAGE;
import static dev.lifeline.hub.model.TokenScope.CONNECTIONS_QUERY;
import static dev.lifeline.hub.model.TokenScope.CONNECTIONS_READ;
import static dev.lifeline.hub.model.TokenScope.FULL;
import static dev.lifeline.hub.model.TokenScope.LCS_TOKENS;
import static dev.lifeline.hub.model.TokenScope.METRICS;
import static dev.lifeline.hub.model.TokenScope.PIPELINES_MANAGE;
import static dev.lifeline.hub.model.TokenScope.PIPELINES_READ;
import static dev.lifeline.hub.model.TokenScope.RUNS_MANAGE;
import static dev.lifeline.hub.model.TokenScope.RUNS_READ;
import static dev.lifeline.hub.model.TokenScope.SECURITY_MANAGE;
import static dev.lifeline.hub.web.Method.DELETE;
import static dev.lifeline.hub.web.Method.GET;
import static dev.lifeline.hub.web.Method.OPTIONS;
import static dev.lifeline.hub.web.Method.PATCH;
import static dev.lifeline.hub.web.Method.POST;
import static dev.lifeline.hub.web.Method.PUT;

import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.TokenScope;
import dev.lifeline.hub.web.Method;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every route of the hub, and who may take it: the whole of the authorization (Service Endpoints
 * REST: routes; authentication; who may do what). A route without a scope is open to everybody; one
 * without a power to everybody who is signed in. Pages are for sessions and programs for tokens;
 * the hub's own API takes both. What a row asks for more than once, on each thing that a body
 * names, its noun asks for.
 */
public enum Route {
  LOCATIONS(OPTIONS, "_apis", null, null, ORGANIZATION),
  LOCATIONS_OF_AREA(OPTIONS, "_apis/{area}", null, null, ORGANIZATION),
  RESOURCE_AREAS(GET, "_apis/ResourceAreas", null, null, ORGANIZATION),
  RESOURCE_AREA(GET, "_apis/ResourceAreas/{areaId}", null, null, ORGANIZATION),
  CONNECTION_DATA(GET, "_apis/connectionData", null, null, ORGANIZATION),

  ENDPOINT_CREATE(POST, Paths.ENDPOINTS, CONNECTIONS_MANAGE, CREATE, NAMED_WITHIN),
  ENDPOINTS_UPDATE(PUT, Paths.ENDPOINTS, CONNECTIONS_MANAGE, MANAGE, NAMED_WITHIN),
  ENDPOINT_UPDATE(PUT, Paths.ENDPOINT, CONNECTIONS_MANAGE, MANAGE, CONNECTION),
  ENDPOINT_SHARE(PATCH, Paths.ENDPOINT, CONNECTIONS_MANAGE, OWN, CONNECTION),
  ENDPOINT_DELETE(DELETE, Paths.ENDPOINT, CONNECTIONS_MANAGE, MANAGE, CONNECTION),
  ENDPOINTS_OF_ORGANIZATION(GET, Paths.ENDPOINTS, CONNECTIONS_READ, null, ORGANIZATION),
  ENDPOINTS(GET, Paths.PROJECT + Paths.ENDPOINTS, CONNECTIONS_READ, null, PROJECT),
  ENDPOINT(GET, Paths.PROJECT + Paths.ENDPOINT, CONNECTIONS_READ, VIEW, CONNECTION_OR_NULL),
  PROJECT_ENDPOINT_POST(POST, Paths.PROJECT + Paths.ENDPOINTS, CONNECTIONS_MANAGE, null, PROJECT),
  PROJECT_ENDPOINT_UPDATE(
      PUT, Paths.PROJECT + Paths.ENDPOINT, CONNECTIONS_MANAGE, MANAGE, CONNECTION),
  PROJECT_ENDPOINT_SHARE(
      PATCH, Paths.PROJECT + Paths.ENDPOINT, CONNECTIONS_MANAGE, OWN, CONNECTION),
  PROJECT_ENDPOINT_DELETE(
      DELETE, Paths.PROJECT + Paths.ENDPOINT, CONNECTIONS_MANAGE, MANAGE, CONNECTION),
  SHARED_WITH(GET, Paths.SHARE, CONNECTIONS_READ, VIEW, CONNECTION),
  SHARE_WITH(POST, Paths.SHARE, CONNECTIONS_MANAGE, OWN, CONNECTION),
  TYPES(GET, "_apis/serviceendpoint/types", CONNECTIONS_READ, null, ORGANIZATION),
  FILTERED_TYPES(POST, "_apis/serviceendpoint/types", CONNECTIONS_READ, null, ORGANIZATION),
  PROXY(
      POST,
      Paths.PROJECT + "_apis/serviceendpoint/endpointproxy",
      CONNECTIONS_QUERY,
      null,
      PROJECT),
  HISTORY(
      GET,
      Paths.PROJECT + "_apis/serviceendpoint/{endpointId}/executionhistory",
      CONNECTIONS_READ,
      VIEW,
      CONNECTION),
  HISTORY_ADD(
      POST,
      Paths.PROJECT + "_apis/serviceendpoint/executionhistory",
      CONNECTIONS_MANAGE,
      null,
      PROJECT),

  PIPELINES(GET, Paths.PIPELINES + "/{endpointId}", PIPELINES_READ, VIEW, CONNECTION),
  PIPELINES_UPDATE(PATCH, Paths.PIPELINES + "/{endpointId}", PIPELINES_MANAGE, USE, CONNECTION),
  PIPELINES_UPDATE_MANY(
      PATCH,
      Paths.PROJECT + "_apis/pipelines/pipelinepermissions",
      PIPELINES_MANAGE,
      null,
      PROJECT),
  AUTHORIZED(GET, Paths.AUTHORIZED, PIPELINES_READ, null, PROJECT),
  AUTHORIZED_UPDATE(PATCH, Paths.AUTHORIZED, PIPELINES_MANAGE, null, PROJECT),

  ROLES(GET, Paths.ROLES, SECURITY_MANAGE, VIEW, NAMED_WITHIN),
  ROLES_SET(PUT, Paths.ROLES, SECURITY_MANAGE, MANAGE, NAMED_WITHIN),
  ROLES_REMOVE(PATCH, Paths.ROLES, SECURITY_MANAGE, MANAGE, NAMED_WITHIN),
  ROLE_SET(PUT, Paths.ROLES + "/{identityId}", SECURITY_MANAGE, MANAGE, NAMED_WITHIN),
  ROLE_REMOVE(DELETE, Paths.ROLES + "/{identityId}", SECURITY_MANAGE, MANAGE, NAMED_WITHIN),
  ROLE_DEFINITIONS(
      GET,
      "_apis/securityroles/scopes/{scopeId}/roledefinitions",
      SECURITY_MANAGE,
      null,
      ORGANIZATION),

  ORGANIZATION_LIST(GET, "/api/v1/organizations", ADMINISTRATION, ADMINISTER, HUB),
  ORGANIZATION_CREATE(POST, "/api/v1/organizations", ADMINISTRATION, ADMINISTER, HUB),
  PROJECT_LIST(GET, Paths.PROJECTS, ADMINISTRATION, ADMINISTER, ORGANIZATION),
  PROJECT_CREATE(POST, Paths.PROJECTS, ADMINISTRATION, ADMINISTER, ORGANIZATION),
  PERSON_LIST(GET, "/api/v1/people", ADMINISTRATION, ADMINISTER, HUB),
  PERSON_CREATE(POST, "/api/v1/people", ADMINISTRATION, ADMINISTER, HUB),
  PERSON_UPDATE(PATCH, "/api/v1/people/{personId}", ADMINISTRATION, ADMINISTER, HUB),
  PERSON_INVITE(POST, "/api/v1/people/{personId}/invitation", ADMINISTRATION, ADMINISTER, HUB),
  TOKEN_LIST(GET, "/api/v1/tokens", FULL, null, HUB),
  TOKEN_CREATE(POST, "/api/v1/tokens", FULL, null, HUB),
  TOKEN_REVOKE(DELETE, "/api/v1/tokens/{tokenId}", FULL, null, HUB),
  SESSION_LIST(GET, "/api/v1/sessions", FULL, null, HUB),
  SESSION_END(DELETE, "/api/v1/sessions/{sessionId}", FULL, null, HUB),
  AUDIT(GET, "/api/v1/audit", ADMINISTRATION, ADMINISTER, HUB),
  BACKUP(GET, "/api/v1/backup", ADMINISTRATION, ADMINISTER, HUB),
  KEY_ROTATE(POST, "/api/v1/key/rotation", ADMINISTRATION, ADMINISTER, HUB),
  CONNECTION_LIST(GET, "/api/v1/connections", LCS_TOKENS, null, HUB),
  CONNECTION_TOKEN(POST, "/api/v1/connections/{endpointId}/token", LCS_TOKENS, USE, CONNECTION),

  RUN_START(POST, "/api/v1/runs", RUNS_MANAGE, USE, NAMED_WITHIN),
  RUN_LIST(GET, "/api/v1/runs", RUNS_READ, null, HUB),
  RUN(GET, Paths.RUN, RUNS_READ, VIEW, NAMED_WITHIN),
  RUN_EVENTS(GET, Paths.RUN + "/events", RUNS_READ, VIEW, NAMED_WITHIN),
  RUN_CANCEL(POST, Paths.RUN + "/cancel", RUNS_MANAGE, USE, NAMED_WITHIN),
  RUN_AGAIN(POST, Paths.RUN + "/rerun", RUNS_MANAGE, USE, NAMED_WITHIN),

  WEBHOOK_LIST(GET, "/api/v1/webhooks", RUNS_MANAGE, null, HUB),
  WEBHOOK_CREATE(POST, "/api/v1/webhooks", RUNS_MANAGE, MANAGE, NAMED_WITHIN),
  WEBHOOK_UPDATE(PATCH, Paths.WEBHOOK, RUNS_MANAGE, MANAGE, NAMED_WITHIN),
  WEBHOOK_DELETE(DELETE, Paths.WEBHOOK, RUNS_MANAGE, MANAGE, NAMED_WITHIN),
  WEBHOOK_TEST(POST, Paths.WEBHOOK + "/test", RUNS_MANAGE, MANAGE, NAMED_WITHIN),
  WEBHOOK_DELIVERIES(GET, Paths.WEBHOOK + "/deliveries", RUNS_MANAGE, MANAGE, NAMED_WITHIN),

  HOME(PAGE, GET, "/", FULL, null, HUB),
  ASSET(GET, "/assets/{asset}", null, null, HUB),
  THEME(PAGE, POST, "/theme", null, null, HUB),
  SIGN_IN_SHOW(PAGE, GET, "/sign-in", null, null, HUB),
  SIGN_IN(PAGE, POST, "/sign-in", null, null, HUB),
  PROVIDER_BEGIN(PAGE, GET, "/sign-in/oidc", null, null, HUB),
  PROVIDER_END(PAGE, GET, "/sign-in/oidc/callback", null, null, HUB),
  SIGN_OUT(PAGE, POST, "/sign-out", FULL, null, HUB),
  PASSWORD_SHOW(PAGE, GET, "/account/password", FULL, null, HUB),
  PASSWORD(PAGE, POST, "/account/password", FULL, null, HUB),
  INVITATION_SHOW(PAGE, GET, "/invitation/{code}", null, null, HUB),
  INVITATION(PAGE, POST, "/invitation/{code}", null, null, HUB),
  SETUP_SHOW(PAGE, GET, "/setup/{code}", null, null, HUB),
  SETUP_FORM(PAGE, POST, "/setup/{code}", null, null, HUB),
  SETUP(POST, "/api/v1/setup", null, null, HUB),
  OPENAPI(GET, "/api/v1/openapi.json", null, null, HUB),
  HEALTH(GET, "/health", null, null, HUB),
  READY(GET, "/ready", null, null, HUB),
  METRICS_READ(GET, "/metrics", METRICS, null, HUB),

  CONNECTIONS_PAGE(PAGE, GET, Paths.CONNECTIONS, CONNECTIONS_READ, null, PROJECT),
  CONNECTION_NEW_PAGE(PAGE, GET, Paths.NEW_CONNECTION, CONNECTIONS_MANAGE, CREATE, PROJECT),
  CONNECTION_NEW(PAGE, POST, Paths.NEW_CONNECTION, CONNECTIONS_MANAGE, CREATE, PROJECT),
  CONNECTION_PAGE(PAGE, GET, Paths.CONNECTION, CONNECTIONS_READ, VIEW, CONNECTION),
  CONNECTION_HISTORY_PAGE(
      PAGE, GET, Paths.CONNECTION + "/history", CONNECTIONS_READ, VIEW, CONNECTION),
  CONNECTION_SECURITY_PAGE(
      PAGE, GET, Paths.CONNECTION + "/security", SECURITY_MANAGE, VIEW, CONNECTION),
  CONNECTION_ROLE(
      PAGE, POST, Paths.CONNECTION + "/security/role", SECURITY_MANAGE, MANAGE, CONNECTION),
  CONNECTION_PIPELINE(
      PAGE, POST, Paths.CONNECTION + "/security/pipeline", PIPELINES_MANAGE, USE, CONNECTION),
  CONNECTION_SHARE(
      PAGE, POST, Paths.CONNECTION + "/security/share", CONNECTIONS_MANAGE, OWN, CONNECTION),
  CONNECTION_EDIT_PAGE(
      PAGE, GET, Paths.CONNECTION + "/edit", CONNECTIONS_MANAGE, MANAGE, CONNECTION),
  CONNECTION_EDIT(PAGE, POST, Paths.CONNECTION + "/edit", CONNECTIONS_MANAGE, MANAGE, CONNECTION),
  CONNECTION_PASSWORD_PAGE(
      PAGE, GET, Paths.CONNECTION + "/password", CONNECTIONS_MANAGE, OWN, CONNECTION),
  CONNECTION_PASSWORD(
      PAGE, POST, Paths.CONNECTION + "/password", CONNECTIONS_MANAGE, OWN, CONNECTION),
  CONNECTION_VERIFY(PAGE, POST, Paths.CONNECTION + "/verify", CONNECTIONS_QUERY, USE, CONNECTION),
  CONNECTION_DELETE_PAGE(
      PAGE, GET, Paths.CONNECTION + "/delete", CONNECTIONS_MANAGE, MANAGE, CONNECTION),
  CONNECTION_DELETE(
      PAGE, POST, Paths.CONNECTION + "/delete", CONNECTIONS_MANAGE, MANAGE, CONNECTION),
  VERIFICATION(
      PAGE,
      GET,
      Paths.PROJECT + "_settings/verifications/{verificationId}",
      CONNECTIONS_QUERY,
      null,
      PROJECT),
  SETUP_GUIDE_PAGE(
      PAGE, GET, Paths.PROJECT + "_settings/setup-guide", CONNECTIONS_READ, null, PROJECT),
  TASKS_PAGE(PAGE, GET, Paths.TASKS, CONNECTIONS_READ, null, PROJECT),
  TASK_PAGE(PAGE, GET, Paths.TASKS + "/{task}", CONNECTIONS_READ, null, PROJECT),
  TASK_RUN(PAGE, POST, Paths.TASKS + "/{task}/run", RUNS_MANAGE, null, PROJECT),
  PEOPLE_PAGE(PAGE, GET, Paths.PEOPLE, ADMINISTRATION, ADMINISTER, HUB),
  PEOPLE_ADD(PAGE, POST, Paths.PEOPLE, ADMINISTRATION, ADMINISTER, HUB),
  PEOPLE_CHANGE(PAGE, POST, Paths.PEOPLE + "/{personId}", ADMINISTRATION, ADMINISTER, HUB),
  TOKENS_PAGE(PAGE, GET, Paths.OWN_TOKENS, FULL, null, HUB),
  TOKENS_ADD(PAGE, POST, Paths.OWN_TOKENS, FULL, null, HUB),
  TOKENS_REVOKE(PAGE, POST, Paths.OWN_TOKENS + "/{tokenId}", FULL, null, HUB),
  AUDIT_PAGE(PAGE, GET, "/administration/audit", ADMINISTRATION, ADMINISTER, HUB),
  KEYS_PAGE(PAGE, GET, "/administration/keys", ADMINISTRATION, ADMINISTER, HUB),
  HEALTH_PAGE(PAGE, GET, "/administration/health", ADMINISTRATION, ADMINISTER, HUB),
  RUNS_PAGE(PAGE, GET, Paths.RUNS_PAGE, RUNS_READ, null, PROJECT),
  RUN_PAGE(PAGE, GET, Paths.RUN_PAGE, RUNS_READ, VIEW, NAMED_WITHIN),
  RUN_PAGE_CANCEL_ASK(PAGE, GET, Paths.RUN_PAGE + "/cancel", RUNS_MANAGE, USE, NAMED_WITHIN),
  RUN_PAGE_CANCEL(PAGE, POST, Paths.RUN_PAGE + "/cancel", RUNS_MANAGE, USE, NAMED_WITHIN),
  RUN_PAGE_AGAIN_ASK(PAGE, GET, Paths.RUN_PAGE + "/rerun", RUNS_MANAGE, USE, NAMED_WITHIN),
  RUN_PAGE_AGAIN(PAGE, POST, Paths.RUN_PAGE + "/rerun", RUNS_MANAGE, USE, NAMED_WITHIN),
  PROJECT_PAGE(PAGE, GET, "{project}", CONNECTIONS_READ, null, PROJECT),
  ORGANIZATION_PAGE(PAGE, GET, "", CONNECTIONS_READ, null, ORGANIZATION);

  private static final class Paths {
    static final String PROJECT = "{project}/";
    static final String ENDPOINTS = "_apis/serviceendpoint/endpoints";
    static final String ENDPOINT = ENDPOINTS + "/{endpointId}";
    static final String SHARE = "_apis/serviceendpoint/share/{endpointId}";
    static final String PIPELINES = PROJECT + "_apis/pipelines/pipelinepermissions/{resourceType}";
    static final String AUTHORIZED = PROJECT + "_apis/build/authorizedresources";
    static final String ROLES =
        "_apis/securityroles/scopes/{scopeId}/roleassignments/resources/{resourceId}";
    static final String RUN = "/api/v1/runs/{runId}";
    static final String WEBHOOK = "/api/v1/webhooks/{webhookId}";
    static final String RUNS_PAGE = PROJECT + "_runs";
    static final String RUN_PAGE = RUNS_PAGE + "/{runId}";
    static final String CONNECTIONS = PROJECT + "_settings/connections";
    static final String NEW_CONNECTION = CONNECTIONS + "/new";
    static final String CONNECTION = CONNECTIONS + "/{endpointId}";
    static final String TASKS = PROJECT + "_tasks";
    static final String PEOPLE = "/administration/people";
    static final String OWN_TOKENS = "/account/tokens";
    static final String PROJECTS = "/api/v1/organizations/{organization}/projects";
  }

  /** For whom a route is. */
  enum Kind {
    /** Programs, and pages' scripts. */
    API,
    /** People with a browser. */
    PAGE
  }

  private final Kind kind;
  private final Method method;
  private final String path;
  private final @Nullable TokenScope scope;
  private final @Nullable Power power;
  private final Target target;

  Route(
      Method method,
      String path,
      @Nullable TokenScope scope,
      @Nullable Power power,
      Target target) {
    this(Kind.API, method, path, scope, power, target);
  }

  Route(
      Kind kind,
      Method method,
      String path,
      @Nullable TokenScope scope,
      @Nullable Power power,
      Target target) {
    this.kind = kind;
    this.method = method;
    this.path = path;
    this.scope = scope;
    this.power = power;
    this.target = target;
  }

  /** The HTTP method. */
  public Method method() {
    return method;
  }

  /** The path; what does not begin with a slash stands below an organization. */
  public String template() {
    if (path.startsWith("/")) {
      return path;
    }
    return path.isEmpty() ? "/{organization}" : "/{organization}/" + path;
  }

  /** Whether nobody has to sign in for it. */
  public boolean isOpen() {
    return scope == null && target == HUB;
  }

  /** Whether people look at its answers: who is not signed in is led to the sign-in. */
  public boolean isPage() {
    return kind == Kind.PAGE;
  }

  /** Whether a personal access token opens it. */
  boolean takesTokens() {
    return !isPage() && !isOpen();
  }

  /** Whether a browser's session opens it: pages, and what their scripts call. */
  boolean takesSessions() {
    return isPage() || (!isOpen() && path.startsWith("/api/v1/"));
  }

  /** What a token has to be good for; empty when any will do. */
  public Optional<TokenScope> scope() {
    return Optional.ofNullable(scope);
  }

  /** What the caller has to be allowed on the target; empty when nothing in particular. */
  Optional<Power> power() {
    return Optional.ofNullable(power);
  }

  Target target() {
    return target;
  }

  /** Whether released versions exist of what it serves; true where nobody asks for versions. */
  boolean isReleased() {
    return Arrays.stream(ApiResource.values())
        .filter(resource -> serves(resource))
        .allMatch(resource -> !resource.released().equals("0.0"));
  }

  private boolean serves(ApiResource resource) {
    return switch (this) {
      case SHARED_WITH, SHARE_WITH -> resource == ApiResource.SHARE;
      case FILTERED_TYPES -> resource == ApiResource.FILTERED_TYPES;
      case PIPELINES, PIPELINES_UPDATE, PIPELINES_UPDATE_MANY ->
          resource == ApiResource.PIPELINE_PERMISSIONS;
      case AUTHORIZED, AUTHORIZED_UPDATE -> resource == ApiResource.AUTHORIZED_RESOURCES;
      case ROLES, ROLES_SET, ROLES_REMOVE, ROLE_SET, ROLE_REMOVE ->
          resource == ApiResource.ROLE_ASSIGNMENTS;
      case ROLE_DEFINITIONS -> resource == ApiResource.ROLE_DEFINITIONS;
      default -> false;
    };
  }
}
