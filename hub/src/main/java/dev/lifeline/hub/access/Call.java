package dev.lifeline.hub.access;

import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Mark;
import dev.lifeline.hub.model.Organization;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.store.Tables;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.HttpCall;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that has passed the gate, within one transaction. For one thread. */
public final class Call {
  private static final Place NOWHERE = new Place(null, null, null);
  private static final Person NOBODY = new Person(new UUID(0, 0), "nobody", "nobody", false);

  private final HttpCall http;
  private final Tables tables;
  private final Instant now;
  private final @Nullable Caller caller;
  private final Standing standing;
  private final Place place;

  Call(HttpCall http, Tables tables, Instant now, @Nullable Caller caller) {
    this(http, tables, now, caller, standing(tables, caller), NOWHERE);
  }

  private Call(
      HttpCall http,
      Tables tables,
      Instant now,
      @Nullable Caller caller,
      Standing standing,
      Place place) {
    this.http = http;
    this.tables = tables;
    this.now = now;
    this.caller = caller;
    this.standing = standing;
    this.place = place;
  }

  /** What the path names; null what it does not. */
  record Place(
      @Nullable Organization organization,
      @Nullable Project project,
      @Nullable Connection connection) {}

  /** The same call after its caller was given roles. */
  public Call again() {
    return new Call(http, tables, now, caller, standing(tables, caller), place);
  }

  /** The same call there. */
  Call at(Place there) {
    return new Call(http, tables, now, caller, standing, there);
  }

  private static Standing standing(Tables tables, @Nullable Caller caller) {
    return new Standing(caller == null ? NOBODY : caller.person(), tables.roles());
  }

  /** The same call within another transaction, for what follows after it was prepared. */
  public Call within(Tables others) {
    return new Call(http, others, now, caller, standing(others, caller), place);
  }

  /** The request itself. */
  public HttpCall http() {
    return http;
  }

  /** What is read and written; all of it counts when the call is answered, or nothing. */
  public Tables tables() {
    return tables;
  }

  /** When it came. */
  public Instant now() {
    return now;
  }

  /** Who calls; only on routes that are not open. */
  public Caller caller() {
    return there(caller);
  }

  /** Who calls, on routes that are open as well. */
  public Optional<Caller> callerIfAny() {
    return Optional.ofNullable(caller);
  }

  /** What a page has to send back with whatever changes something; empty without a session. */
  public String csrf() {
    return callerIfAny().map(Caller::csrf).orElse("");
  }

  /** The caller, now. */
  public Mark mark() {
    return new Mark(caller().person().id(), now);
  }

  /** What the caller may do. */
  public Standing standing() {
    return standing;
  }

  /** Who is signed in, on pages that are open as well. */
  public Optional<Person> personIfAny() {
    return callerIfAny().map(Caller::person);
  }

  /** The organization in the path; empty where the path names none. */
  public Optional<Organization> organizationIfAny() {
    return Optional.ofNullable(place.organization());
  }

  /** The organization in the path. */
  public Organization organization() {
    return there(place.organization());
  }

  /** The project in the path. */
  public Project project() {
    return there(place.project());
  }

  /** The project in the path, where a route stands with one and without. */
  public Optional<Project> projectIfAny() {
    return Optional.ofNullable(place.project());
  }

  /** The connection in the path. */
  public Connection connection() {
    return there(place.connection());
  }

  /** The connection in the path; empty where there need not be one. */
  public Optional<Connection> connectionIfAny() {
    return Optional.ofNullable(place.connection());
  }

  /** The address of the organization, or of the hub where the path names none. */
  public String base() {
    return place.organization() == null
        ? http.address()
        : http.address() + "/" + organization().name();
  }

  /** What the caller may do with a connection: in the path's project, else in any of its own. */
  public Set<Power> powersOn(Connection connection) {
    return place.project() == null
        ? standing.on(connection)
        : standing.on(connection, place.project().id());
  }

  /**
   * A project of the organization, by id or name, that the caller may know of.
   *
   * @throws dev.lifeline.hub.web.Refusal PROJECT_UNKNOWN
   */
  public Project projectNamed(String idOrName) {
    return found(idOrName)
        .filter(standing::sees)
        .orElseThrow(
            () ->
                Fault.PROJECT_UNKNOWN.refuse(
                    "TF200016: The following project does not exist: "
                        + idOrName
                        + ". Verify that the name of the project is correct and that the project"
                        + " exists on the specified Azure DevOps Server."));
  }

  /**
   * A connection of the organization, or of the path's project, that the caller may know of.
   *
   * @throws dev.lifeline.hub.web.Refusal ENDPOINT_UNKNOWN
   */
  public Connection connectionWithId(@Nullable String id) {
    return findConnection(id)
        .orElseThrow(
            () ->
                Fault.ENDPOINT_UNKNOWN.refuse("Service connection with id " + id + " not found."));
  }

  /** As {@link #connectionWithId}; empty when there is none. */
  public Optional<Connection> findConnection(@Nullable String id) {
    return Ids.parse(id)
        .flatMap(guid -> tables.connections().get(guid))
        .filter(
            each -> place.organization() == null || each.organization().equals(organization().id()))
        .filter(each -> place.project() == null || each.in(place.project().id()).isPresent())
        .filter(each -> powersOn(each).contains(Power.VIEW));
  }

  /**
   * Refuses a caller who lacks a power that the route's row does not ask for by itself.
   *
   * @param message a sentence that says what is needed
   * @throws dev.lifeline.hub.web.Refusal FORBIDDEN
   */
  public void require(Power power, Set<Power> powers, String message) {
    if (!powers.contains(power)) {
      throw Fault.FORBIDDEN.refuse(message);
    }
  }

  /** Adds to the audit log what happens to a connection. */
  public void audit(String action, Connection connection, String subject) {
    UUID project = place.project() == null ? null : place.project().id();
    audit(
        action, new AuditEntry.About(connection.organization(), project, connection.id()), subject);
  }

  /** What the audit log will say, for whoever adds it after the call's transaction. */
  public AuditEntry auditEntry(String action, AuditEntry.About about, String subject) {
    return new AuditEntry(
        now,
        action,
        caller == null ? null : caller.person().id(),
        callerIfAny().flatMap(Caller::tokenId).orElse(null),
        http.from(),
        about,
        subject);
  }

  /** Adds to the audit log what happens to something else. */
  public void audit(String action, AuditEntry.About about, String subject) {
    tables.audit().add(auditEntry(action, about, subject));
  }

  /** How the path's project knows a connection, or else the first that does. */
  public ProjectReference reference(Connection connection) {
    return projectIfAny()
        .flatMap(project -> connection.in(project.id()))
        .orElseGet(() -> connection.references().get(0));
  }

  private Optional<Project> found(String idOrName) {
    UUID organization = organization().id();
    return Ids.parse(idOrName)
        .flatMap(id -> tables.organizations().project(id))
        .filter(project -> project.organization().equals(organization))
        .or(
            () ->
                tables
                    .organizations()
                    .projectNamed(organization, idOrName.toLowerCase(Locale.ROOT)));
  }

  private static <T> T there(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the route's row does not promise that");
    }
    return value;
  }
}
