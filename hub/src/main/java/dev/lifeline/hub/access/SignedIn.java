package dev.lifeline.hub.access;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Session;
import dev.lifeline.hub.store.Tables;
import dev.lifeline.hub.web.Cookie;
import dev.lifeline.hub.web.HttpCall;
import dev.lifeline.hub.web.Reply;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Begins and ends sessions, and gives browsers the cookie that carries one. Thread-safe. */
public final class SignedIn {
  private static final String COOKIE = "lifeline";
  private static final int LONGEST_AGENT = 256;

  private final RandomGenerator random;
  private final Supplier<UUID> ids;

  /**
   * For a hub.
   *
   * @param random chance that nobody can foresee
   * @param ids makes the ids of sessions
   */
  public SignedIn(RandomGenerator random, Supplier<UUID> ids) {
    this.random = random;
    this.ids = ids;
  }

  /** A sign-in that was good: from where, within which transaction, when. */
  public record Moment(HttpCall http, Tables tables, Instant now) {
    /** That of a call. */
    public static Moment of(Call call) {
      return new Moment(call.http(), call.tables(), call.now());
    }

    /** Adds to the audit log what a person did. */
    public void audit(String action, Person person) {
      tables
          .audit()
          .add(
              new AuditEntry(
                  now,
                  action,
                  person.id(),
                  null,
                  http.from(),
                  AuditEntry.About.HUB,
                  person.uniqueName()));
    }
  }

  /** Begins a session, in place of the one that the browser has, and sends its cookie along. */
  public Reply begin(Moment moment, Person person, Session.Way way, Reply reply) {
    find(moment.http(), moment.tables(), moment.now())
        .ifPresent(old -> moment.tables().sessions().end(old.person().id(), old.known().id()));
    Secret text = TokenText.random(random);
    String agent = moment.http().header("user-agent").orElse("");
    moment
        .tables()
        .sessions()
        .add(
            new Session(
                ids.get(),
                person,
                moment.now(),
                moment.now(),
                new Session.Origin(
                    moment.http().from(),
                    agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)),
                    way)),
            TokenText.hash(text));
    moment.audit("session.begun", person);
    return reply.cookie(Cookie.of(COOKIE, text, Session.LONGEST, moment.http()));
  }

  /** Ends a session, and lets the browser forget its cookie. */
  public static Reply end(Moment moment, Session session, Reply reply) {
    moment.tables().sessions().end(session.person().id(), session.id());
    moment.audit("session.ended", session.person());
    return reply.cookie(Cookie.forget(COOKIE, moment.http()));
  }

  /** The session that a browser sends; empty without one that is good. */
  static Optional<Caller.BySession> find(HttpCall http, Tables tables, Instant now) {
    Optional<Secret> cookie = http.cookie(Cookie.name(COOKIE, http));
    Optional<Session> session =
        cookie
            .flatMap(text -> tables.sessions().withHash(TokenText.hash(text)))
            .filter(found -> found.isGood(now));
    session.ifPresent(good -> tables.sessions().used(good, now));
    return session.map(good -> new Caller.BySession(good, cookie.orElseThrow(), http.from()));
  }
}
