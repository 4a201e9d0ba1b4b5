package dev.lifeline.hub.administration;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Ids;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.access.TokenText;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.PersonalToken;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.TokenScope;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Personal access tokens: given once, listed without what they consist of, revoked. */
public final class Grants {
  private static final int LONGEST_DAYS = 365;
  private static final int USUAL_DAYS = 30;
  private static final int LONGEST_NAME = 128;

  private final RandomGenerator random;
  private final Supplier<UUID> ids;

  /**
   * For a hub.
   *
   * @param random chance that nobody can foresee
   * @param ids makes the ids of tokens
   */
  public Grants(RandomGenerator random, Supplier<UUID> ids) {
    this.random = random;
    this.ids = ids;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.TOKEN_LIST, Grants::list)
        .on(Route.TOKEN_CREATE, this::create)
        .on(Route.TOKEN_REVOKE, Grants::revoke);
  }

  /**
   * A token that somebody wants.
   *
   * @param days how long it is good, 30 when not given
   * @param personId whose, the caller's when not given
   */
  public record WantedJson(
      @Nullable String name,
      @Nullable List<String> scopes,
      @Nullable Integer days,
      @Nullable String personId) {}

  /** A token and what it consists of, which nobody learns again. */
  public record Given(PersonalToken token, Secret text) {
    Map<String, Object> json() {
      Map<String, Object> json = Grants.json(token);
      json.put("token", text.reveal());
      return json;
    }
  }

  /**
   * Gives somebody a token.
   *
   * @throws dev.lifeline.hub.web.Refusal when what is wanted cannot be
   */
  public Given give(Call call, Person owner, WantedJson wanted) {
    Secret text = TokenText.random(random);
    PersonalToken token =
        new PersonalToken(
            ids.get(),
            owner,
            name(wanted.name()),
            scopes(Objects.requireNonNullElse(wanted.scopes(), List.of())),
            call.now(),
            call.now().plus(lifetime(wanted.days())),
            null,
            null);
    call.tables().personalTokens().add(token, TokenText.hash(text));
    call.audit(
        "access-token.given", AuditEntry.About.HUB, token.name() + " to " + owner.uniqueName());
    return new Given(token, text);
  }

  private Reply create(Call call) {
    WantedJson wanted = call.http().body(WantedJson.class);
    return Reply.json(give(call, owner(call, wanted.personId()), wanted).json()).status(201);
  }

  private static Reply list(Call call) {
    String person = call.http().query("personId").orElse(null);
    return Reply.list(
        call.tables().personalTokens().of(owner(call, person).id()).stream()
            .map(Grants::json)
            .toList());
  }

  private static Reply revoke(Call call) {
    revokeInPath(call);
    return Reply.nothing();
  }

  /**
   * Ends the token in the path.
   *
   * @throws dev.lifeline.hub.web.Refusal when there is none that the caller may end
   */
  public static void revokeInPath(Call call) {
    PersonalToken token =
        Ids.parse(call.http().parameter("tokenId").orElse(null))
            .flatMap(id -> call.tables().personalTokens().get(id))
            .filter(each -> isOwnOrAdministrators(call, each.owner()))
            .orElseThrow(() -> Fault.NOT_FOUND.refuse("There is no such token."));
    call.tables().personalTokens().revoke(token.id(), call.now());
    call.audit(
        "access-token.revoked",
        AuditEntry.About.HUB,
        token.name() + " of " + token.owner().uniqueName());
  }

  private static Person owner(Call call, @Nullable String personId) {
    if (personId == null) {
      return call.caller().person();
    }
    return Ids.parse(personId)
        .flatMap(id -> call.tables().people().get(id))
        .filter(person -> isOwnOrAdministrators(call, person))
        .orElseThrow(() -> Fault.NOT_FOUND.refuse("There is no such person."));
  }

  private static boolean isOwnOrAdministrators(Call call, Person person) {
    return person.id().equals(call.caller().person().id())
        || call.standing().onHub().contains(Power.ADMINISTER);
  }

  private static String name(@Nullable String name) {
    String text = name == null ? "" : name.strip();
    if (text.isEmpty()
        || text.length() > LONGEST_NAME
        || text.codePoints().anyMatch(Character::isISOControl)) {
      throw Fault.ARGUMENT.refuse("A token's name has 1 to " + LONGEST_NAME + " characters.");
    }
    return text;
  }

  private static Set<TokenScope> scopes(List<String> names) {
    Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
    for (String name : names) {
      scopes.add(
          TokenScope.withId(name)
              .orElseThrow(() -> Fault.ARGUMENT.refuse("There is no scope '" + name + "'.")));
    }
    if (scopes.isEmpty()) {
      throw Fault.ARGUMENT.refuse("A token has at least one scope.");
    }
    return scopes;
  }

  private static Duration lifetime(@Nullable Integer days) {
    int wanted = Objects.requireNonNullElse(days, USUAL_DAYS);
    if (wanted < 1 || wanted > LONGEST_DAYS) {
      throw Fault.ARGUMENT.refuse("A token is good for 1 to " + LONGEST_DAYS + " days.");
    }
    return Duration.ofDays(wanted);
  }

  private static Map<String, Object> json(PersonalToken token) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", token.id().toString());
    json.put("personId", token.owner().id().toString());
    json.put("name", token.name());
    json.put("scopes", token.scopes().stream().sorted().map(TokenScope::id).toList());
    json.put("created", token.created().toString());
    json.put("expires", token.expires().toString());
    json.put("lastUsed", token.lastUsed() == null ? null : token.lastUsed().toString());
    json.put("revoked", token.revoked() == null ? null : token.revoked().toString());
    return json;
  }
}
