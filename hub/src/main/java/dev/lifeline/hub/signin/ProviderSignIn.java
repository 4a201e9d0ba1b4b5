package dev.lifeline.hub.signin;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.access.SignedIn.Moment;
import dev.lifeline.hub.access.TokenText;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Session;
import dev.lifeline.hub.provider.Identity;
import dev.lifeline.hub.provider.Provider;
import dev.lifeline.hub.provider.ProviderException;
import dev.lifeline.hub.provider.RoundTrip;
import dev.lifeline.hub.store.Tables;
import dev.lifeline.hub.web.Cookie;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Form;
import dev.lifeline.hub.web.HttpCall;
import dev.lifeline.hub.web.LocalPath;
import dev.lifeline.hub.web.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in with a provider of OpenID Connect. Who comes back is a person of the hub by the
 * account that is remembered; the first time by an invitation, or by a name that the provider
 * vouches for.
 */
public final class ProviderSignIn {
  static final String PATH = Route.PROVIDER_BEGIN.template();

  private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
  private static final String COOKIE = "lifeline-provider";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Means means;
  private final RandomGenerator random;
  private final Supplier<UUID> ids;

  /**
   * For a hub.
   *
   * @param random chance that nobody can foresee
   * @param ids makes the ids of people
   */
  public ProviderSignIn(Means means, RandomGenerator random, Supplier<UUID> ids) {
    this.means = means;
    this.random = random;
    this.ids = ids;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.onSlow(Route.PROVIDER_BEGIN, this::begin).onSlow(Route.PROVIDER_END, this::end);
  }

  private Supplier<Reply> begin(Call call) {
    Provider provider = provider();
    HttpCall http = call.http();
    RoundTrip trip =
        RoundTrip.begin(
            random,
            LocalPath.of(http.query("next").orElse(null)),
            http.query("invitation").filter(code -> code.matches("[a-z2-7]{1,64}")).orElse(""));
    return () -> {
      try {
        URI place = provider.beginning(trip, callback(http));
        return Reply.goOn(place.toString())
            .status(302)
            .cookie(Cookie.of(COOKIE, trip.cookie(), PATIENCE, http));
      } catch (ProviderException e) {
        return failed(http, e);
      }
    };
  }

  private Supplier<Reply> end(Call call) {
    Provider provider = provider();
    HttpCall http = call.http();
    Optional<RoundTrip> trip =
        http.cookie(Cookie.name(COOKIE, http))
            .flatMap(RoundTrip::in)
            .filter(begun -> http.query("state").filter(begun.state()::equals).isPresent());
    Optional<String> code = http.query("code");
    if (trip.isEmpty()) {
      return () ->
          refused(http, 400, "That took too long, or began in another browser. Try again.");
    }
    if (code.isEmpty()) {
      return () -> refused(http, 401, "The provider did not let you in.");
    }
    return () -> {
      try {
        return arrived(call, trip.get(), provider.identity(trip.get(), code.get(), callback(http)));
      } catch (ProviderException e) {
        return failed(http, e);
      }
    };
  }

  private Reply arrived(Call call, RoundTrip trip, Identity identity) {
    HttpCall http = call.http();
    return means
        .database()
        .inTransaction(
            tables -> {
              Moment moment = new Moment(http, tables, call.now());
              Optional<Person> person =
                  person(moment, trip, identity)
                      .filter(each -> !tables.people().isDisabled(each.id()));
              if (person.isEmpty()) {
                tables
                    .audit()
                    .add(
                        call.auditEntry(
                            "sign-in.refused",
                            AuditEntry.About.HUB,
                            "somebody of the provider: " + identity.account().subject()));
                return refused(
                    http, 401, "The hub does not know you. Ask an administrator to invite you.");
              }
              return means
                  .signedIn()
                  .begin(
                      moment,
                      person.get(),
                      Session.Way.PROVIDER,
                      Reply.goOn(LocalPath.of(trip.next())))
                  .cookie(Cookie.forget(COOKIE, http));
            });
  }

  private Optional<Person> person(Moment moment, RoundTrip trip, Identity identity) {
    Tables tables = moment.tables();
    Optional<Person> known = tables.providerAccounts().owner(identity.account());
    Optional<Person> person =
        invited(moment, trip)
            .or(() -> known)
            .or(() -> named(tables, identity))
            .or(() -> created(moment, identity));
    person
        .filter(each -> known.filter(each::equals).isEmpty())
        .ifPresent(
            each -> {
              tables.providerAccounts().put(identity.account(), each.id(), moment.now());
              moment.audit("person.linked", each);
            });
    return person;
  }

  private static Optional<Person> invited(Moment moment, RoundTrip trip) {
    if (trip.invitation().isEmpty()) {
      return Optional.empty();
    }
    String hash = TokenText.hash(Secret.of(trip.invitation()));
    Optional<Person> person = moment.tables().invitations().invited(hash, moment.now());
    return person.filter(each -> moment.tables().invitations().take(hash, moment.now()));
  }

  /** Who has another account there already is somebody else: names are given again. */
  private static Optional<Person> named(Tables tables, Identity identity) {
    return Optional.ofNullable(identity.uniqueName())
        .flatMap(name -> tables.people().named(name))
        .filter(each -> !tables.providerAccounts().has(each.id(), identity.account().issuer()));
  }

  private Optional<Person> created(Moment moment, Identity identity) {
    String name = identity.uniqueName();
    if (!provider().settings().createsPeople()
        || name == null
        || name.length() > 256
        || moment.tables().people().named(name).isPresent()) {
      return Optional.empty();
    }
    String display = identity.displayName() == null ? name : identity.displayName();
    Person person =
        new Person(
            ids.get(), display.substring(0, Math.min(display.length(), 256)), name.strip(), false);
    moment.tables().people().add(person, null, moment.now());
    moment.audit("person.added", person);
    return Optional.of(person);
  }

  private Provider provider() {
    Provider provider = means.provider();
    if (provider == null) {
      throw Fault.NOT_FOUND.refuse("This hub has no provider to sign in with.");
    }
    return provider;
  }

  private static URI callback(HttpCall http) {
    return URI.create(http.address() + Route.PROVIDER_END.template());
  }

  private Reply failed(HttpCall http, ProviderException e) {
    LOG.warn("sign-in with the provider failed: {}", e.getMessage());
    return refused(http, 502, "Signing in with the provider failed. The hub's log says why.");
  }

  private Reply refused(HttpCall http, int status, String why) {
    Form form = new Form("Sign in", "", why, "", List.of(), "", means.providerLinks(""));
    return means.pages().form(http, form).status(status).cookie(Cookie.forget(COOKIE, http));
  }
}
