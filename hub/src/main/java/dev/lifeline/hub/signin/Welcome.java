package dev.lifeline.hub.signin;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Ids;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.access.SignedIn.Moment;
import dev.lifeline.hub.access.TokenText;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Session;
import dev.lifeline.hub.password.NewPassword;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Form;
import dev.lifeline.hub.web.LocalPath;
import dev.lifeline.hub.web.Refusal;
import dev.lifeline.hub.web.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Invitations: an administrator makes a link, good once and for three days, with which a person
 * sets a password, the first or another.
 */
public final class Welcome {
  private static final Duration GOOD_FOR = Duration.ofDays(3);

  private final Means means;
  private final RandomGenerator random;

  /**
   * For a hub.
   *
   * @param random chance that nobody can foresee
   */
  public Welcome(Means means, RandomGenerator random) {
    this.means = means;
    this.random = random;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.PERSON_INVITE, this::invite)
        .on(Route.INVITATION_SHOW, this::show)
        .onSlow(Route.INVITATION, this::accept);
  }

  private Reply invite(Call call) {
    Person person =
        Ids.parse(call.http().parameter("personId").orElse(null))
            .flatMap(id -> call.tables().people().get(id))
            .orElseThrow(() -> Fault.NOT_FOUND.refuse("There is no such person."));
    Invitation invitation = invite(call, person);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("personId", person.id().toString());
    json.put("url", invitation.url().reveal());
    json.put("expires", invitation.expires().toString());
    return Reply.json(json).status(201);
  }

  /** Makes an invitation, in place of any before it. */
  public Invitation invite(Call call, Person person) {
    Secret code = TokenText.random(random);
    Instant expires = call.now().plus(GOOD_FOR);
    call.tables().invitations().put(person.id(), TokenText.hash(code), expires);
    call.audit("person.invited", AuditEntry.About.HUB, person.uniqueName());
    return new Invitation(
        Secret.of(call.http().address() + "/invitation/" + code.reveal()), expires);
  }

  /**
   * An invitation.
   *
   * @param url whoever has it sets the password
   * @param expires until when
   */
  public record Invitation(Secret url, Instant expires) {}

  private Reply show(Call call) {
    return means.pages().form(call.http(), form(call, invited(call)));
  }

  private Supplier<Reply> accept(Call call) {
    means.requireLocalAccounts();
    Person person = invited(call);
    Optional<String> objection = NewPassword.objection(call.http().form(), person);
    if (objection.isPresent()) {
      Form form = form(call, person).withProblem(objection.get());
      return () -> means.pages().form(call.http(), form).status(400);
    }
    Secret chosen = NewPassword.in(call.http().form()).orElseThrow();
    return () -> accepted(call, person, means.passwords().hash(chosen));
  }

  private Reply accepted(Call call, Person person, String hash) {
    return means
        .database()
        .inTransaction(
            tables -> {
              if (!tables.invitations().take(code(call), call.now())) {
                throw unknown();
              }
              Moment moment = new Moment(call.http(), tables, call.now());
              tables.people().setPasswordHash(person.id(), hash);
              tables.sessions().endAll(person.id());
              moment.audit("password.set", person);
              return means
                  .signedIn()
                  .begin(moment, person, Session.Way.PASSWORD, Reply.goOn(LocalPath.HOME));
            });
  }

  private static Person invited(Call call) {
    return call.tables()
        .invitations()
        .invited(code(call), call.now())
        .orElseThrow(Welcome::unknown);
  }

  private static String code(Call call) {
    return TokenText.hash(Secret.of(call.http().parameter("code").orElse("none")));
  }

  private static Refusal unknown() {
    return Fault.NOT_FOUND.refuse(
        "The invitation is not good, or not any more. Ask for a new one.");
  }

  private Form form(Call call, Person person) {
    String code = call.http().parameter("code").orElse("");
    return new Form(
        "Welcome",
        means.localAccounts()
            ? "Choose a password for " + person.uniqueName() + "."
            : "Come in as " + person.uniqueName() + ".",
        null,
        call.http().path(),
        means.localAccounts() ? NewPassword.fields() : List.of(),
        "Set the password",
        means.providerLinks("?invitation=" + code));
  }
}
