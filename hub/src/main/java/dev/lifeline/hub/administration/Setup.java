package dev.lifeline.hub.administration;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.access.TokenText;
import dev.lifeline.hub.model.Organization;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.TokenScope;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Refusal;
import dev.lifeline.hub.web.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How the first administrator comes in: with a code that the hub shows to whoever starts it, good
 * once and for a day. Its use makes the administrator, an organization and a project; and a token,
 * for whoever uses it without a browser.
 */
public final class Setup {
  private static final Duration GOOD_FOR = Duration.ofDays(1);

  private final Inventory inventory;
  private final Grants grants;

  /** For a hub. */
  public Setup(Inventory inventory, Grants grants) {
    this.inventory = inventory;
    this.grants = grants;
  }

  /**
   * Makes a code while there is nobody yet, in place of any before it.
   *
   * @return empty when somebody is there
   */
  public static Optional<Secret> begin(
      Database database, RandomGenerator random, InstantSource clock) {
    return database.inTransaction(
        tables -> {
          if (!tables.people().list().isEmpty()) {
            return Optional.empty();
          }
          Secret code = TokenText.random(random);
          tables.setupCodes().put(TokenText.hash(code), clock.instant().plus(GOOD_FOR));
          return Optional.of(code);
        });
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.SETUP, this::setUp);
  }

  /** What the first administrator sends. */
  record SetupJson(
      @Nullable Secret code,
      @Nullable String displayName,
      @Nullable String uniqueName,
      @Nullable String organization,
      @Nullable String project) {}

  /** What the first administrator begins with. */
  record Begun(Person person, Organization organization, Project project) {}

  private Reply setUp(Call call) {
    Begun begun = begin(call, call.http().body(SetupJson.class));
    Grants.Given given =
        grants.give(
            call,
            begun.person(),
            new Grants.WantedJson("first token", List.of(TokenScope.FULL.id()), null, null));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("person", Inventory.json(begun.person()));
    json.put("organization", Inventory.json(begun.organization()));
    json.put("project", Inventory.json(begun.project()));
    json.put("accessToken", given.json());
    return Reply.json(json).status(201);
  }

  /**
   * Uses a code up.
   *
   * @throws Refusal when it is not good, or what is wanted is not possible
   */
  Begun begin(Call call, SetupJson wanted) {
    Secret code = wanted.code();
    if (code == null || !call.tables().setupCodes().take(TokenText.hash(code), call.now())) {
      throw unknownCode();
    }
    Person person =
        inventory.addPerson(
            call, new Inventory.PersonJson(wanted.displayName(), wanted.uniqueName(), true));
    Organization organization =
        inventory.addOrganization(
            call, Objects.requireNonNullElse(wanted.organization(), "lifeline"));
    Project project =
        inventory.addProject(
            call, organization, Objects.requireNonNullElse(wanted.project(), "Main"));
    return new Begun(person, organization, project);
  }

  static Refusal unknownCode() {
    return Fault.NOT_FOUND.refuse(
        "The setup code is not good, or not any more. Start the hub again for a new one.");
  }
}
