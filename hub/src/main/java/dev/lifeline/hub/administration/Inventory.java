package dev.lifeline.hub.administration;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Ids;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Organization;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Organizations, their projects, and the people. */
public final class Inventory {
  /** What Azure DevOps allows in an organization's name: it becomes a segment of addresses. */
  private static final Pattern ORGANIZATION =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,48}[A-Za-z0-9])?");

  /** What Azure DevOps forbids in a project's name. */
  private static final Pattern NOT_IN_PROJECT =
      Pattern.compile("^[._]|\\.$|[\\\\/:*?\"<>|#$}{,+=\\[\\]@&\\p{Cntrl}]");

  private static final int LONGEST_PROJECT = 64;
  private static final int LONGEST_PERSON = 256;

  private final Supplier<UUID> ids;

  /**
   * For a hub.
   *
   * @param ids makes ids
   */
  public Inventory(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.ORGANIZATION_LIST, Inventory::organizations)
        .on(Route.ORGANIZATION_CREATE, call -> created(json(addOrganization(call, named(call)))))
        .on(Route.PROJECT_LIST, Inventory::projects)
        .on(
            Route.PROJECT_CREATE,
            call -> created(json(addProject(call, call.organization(), named(call)))))
        .on(Route.PERSON_LIST, Inventory::people)
        .on(
            Route.PERSON_CREATE,
            call -> created(json(addPerson(call, call.http().body(PersonJson.class)))))
        .on(Route.PERSON_UPDATE, Inventory::updatePerson);
  }

  /** What is to be made. */
  record NameJson(@Nullable String name) {}

  /** Who is to come in. */
  public record PersonJson(
      @Nullable String displayName, @Nullable String uniqueName, boolean administrator) {}

  /** What is to be different with a person. */
  record PersonUpdateJson(@Nullable Boolean disabled) {}

  Organization addOrganization(Call call, String name) {
    if (!ORGANIZATION.matcher(name).matches()) {
      throw Fault.ARGUMENT.refuse(
          "An organization's name has 1 to 50 letters, digits and hyphens, and begins and ends"
              + " with a letter or digit.");
    }
    if (call.tables().organizations().named(name).isPresent()) {
      throw Fault.CONFLICT.refuse("There is an organization '" + name + "' already.");
    }
    Organization organization = new Organization(ids.get(), name);
    call.tables().organizations().add(organization);
    call.audit("organization.created", new AuditEntry.About(organization.id(), null, null), name);
    return organization;
  }

  Project addProject(Call call, Organization organization, String name) {
    if (name.isEmpty() || name.length() > LONGEST_PROJECT || NOT_IN_PROJECT.matcher(name).find()) {
      throw Fault.ARGUMENT.refuse(
          "A project's name has 1 to 64 characters, without \\ / : * ? \" < > | # $ } { , + = [ ]"
              + " @ & and control characters; it begins with neither dot nor underscore.");
    }
    if (call.tables().organizations().projectNamed(organization.id(), name).isPresent()) {
      throw Fault.CONFLICT.refuse("There is a project '" + name + "' already.");
    }
    Project project = new Project(ids.get(), organization.id(), name);
    call.tables().organizations().addProject(project);
    call.audit(
        "project.created", new AuditEntry.About(organization.id(), project.id(), null), name);
    return project;
  }

  /**
   * Adds somebody.
   *
   * @throws dev.lifeline.hub.web.Refusal when a name cannot be, or is taken
   */
  public Person addPerson(Call call, PersonJson wanted) {
    String uniqueName = text(wanted.uniqueName());
    String displayName = text(Objects.requireNonNullElse(wanted.displayName(), uniqueName));
    if (call.tables().people().named(uniqueName).isPresent()) {
      throw Fault.CONFLICT.refuse("There is somebody named '" + uniqueName + "' already.");
    }
    Person person = new Person(ids.get(), displayName, uniqueName, wanted.administrator());
    call.tables().people().add(person, null, call.now());
    call.audit("person.added", AuditEntry.About.HUB, uniqueName);
    return person;
  }

  private static Reply updatePerson(Call call) {
    Person person = personInPath(call);
    @Nullable Boolean disabled = call.http().body(PersonUpdateJson.class).disabled();
    if (disabled == null) {
      throw Fault.ARGUMENT.refuse("'disabled' has to be true or false.");
    }
    setDisabled(call, person, disabled);
    Map<String, Object> json = json(person);
    json.put("disabled", disabled);
    return Reply.json(json);
  }

  /**
   * The person in the path.
   *
   * @throws dev.lifeline.hub.web.Refusal when there is none
   */
  public static Person personInPath(Call call) {
    return Ids.parse(call.http().parameter("personId").orElse(null))
        .flatMap(id -> call.tables().people().get(id))
        .orElseThrow(() -> Fault.NOT_FOUND.refuse("There is no such person."));
  }

  /**
   * Keeps a person out, or lets one in again. Nobody can keep themselves out, so that an
   * administrator is left.
   *
   * @throws dev.lifeline.hub.web.Refusal when the caller is that person
   */
  public static void setDisabled(Call call, Person person, boolean disabled) {
    if (disabled && person.id().equals(call.caller().person().id())) {
      throw Fault.ARGUMENT.refuse("You cannot keep yourself out.");
    }
    if (disabled) {
      call.tables().people().disable(person.id(), call.now());
      call.tables().sessions().endAll(person.id());
    } else {
      call.tables().people().enable(person.id());
    }
    call.audit(
        disabled ? "person.disabled" : "person.enabled", AuditEntry.About.HUB, person.uniqueName());
  }

  static Map<String, Object> json(Organization organization) {
    return named(organization.id(), organization.name());
  }

  static Map<String, Object> json(Project project) {
    return named(project.id(), project.name());
  }

  static Map<String, Object> json(Person person) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", person.id().toString());
    json.put("displayName", person.displayName());
    json.put("uniqueName", person.uniqueName());
    json.put("administrator", person.administrator());
    return json;
  }

  private static Reply organizations(Call call) {
    return Reply.list(call.tables().organizations().list().stream().map(Inventory::json).toList());
  }

  private static Reply projects(Call call) {
    return Reply.list(
        call.tables().organizations().projects(call.organization().id()).stream()
            .map(Inventory::json)
            .toList());
  }

  private static Reply people(Call call) {
    return Reply.list(call.tables().people().list().stream().map(Inventory::json).toList());
  }

  private static Reply created(Map<String, Object> json) {
    return Reply.json(json).status(201);
  }

  private static String named(Call call) {
    return Objects.requireNonNullElse(call.http().body(NameJson.class).name(), "").strip();
  }

  private static String text(@Nullable String given) {
    String text = given == null ? "" : given.strip();
    if (text.isEmpty()
        || text.length() > LONGEST_PERSON
        || text.codePoints().anyMatch(Character::isISOControl)) {
      throw Fault.ARGUMENT.refuse("A person's name has 1 to " + LONGEST_PERSON + " characters.");
    }
    return text;
  }

  private static Map<String, Object> named(UUID id, String name) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id.toString());
    json.put("name", name);
    return json;
  }
}
