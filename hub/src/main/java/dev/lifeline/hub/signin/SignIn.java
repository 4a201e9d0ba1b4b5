package dev.lifeline.hub.signin;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.access.SignedIn;
import dev.lifeline.hub.access.SignedIn.Moment;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Session;
import dev.lifeline.hub.provider.Provider;
import dev.lifeline.hub.store.Tables;
import dev.lifeline.hub.web.Form;
import dev.lifeline.hub.web.Form.Field;
import dev.lifeline.hub.web.HttpCall;
import dev.lifeline.hub.web.LocalPath;
import dev.lifeline.hub.web.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with name and password, and signing out. Who is not there, may not come in, or has
 * typed something wrong gets the same answer after the same time.
 */
public final class SignIn {
  private static final String WRONG = "The name or the password is wrong.";

  private final Means means;

  /** For a hub. */
  public SignIn(Means means) {
    this.means = means;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.SIGN_IN_SHOW, this::show)
        .onSlow(Route.SIGN_IN, this::signIn)
        .onSlow(Route.SIGN_OUT, this::signOut);
  }

  /** Whose password was sent, as far as the database knows. */
  private record Claim(@Nullable Person person, @Nullable String hash) {
    static Claim of(Tables tables, String name) {
      @Nullable Person person =
          tables.people().named(name).filter(each -> mayComeIn(tables, each)).orElse(null);
      return person == null
          ? new Claim(null, null)
          : new Claim(person, tables.people().passwordHash(person.id()).orElse(null));
    }

    private static boolean mayComeIn(Tables tables, Person person) {
      return !tables.people().isDisabled(person.id());
    }
  }

  private Reply show(Call call) {
    String next = LocalPath.of(call.http().query("next").orElse(null));
    return call.callerIfAny().isPresent()
        ? Reply.goOn(next)
        : means.pages().form(call.http(), form("", next));
  }

  private Supplier<Reply> signIn(Call call) {
    means.requireLocalAccounts();
    HttpCall http = call.http();
    String name = http.form().text("name");
    Optional<Secret> password = http.form().secret("password");
    if (name.isEmpty() || password.isEmpty()) {
      return () -> refused(http, 400, "Give your name and your password.");
    }
    Tries tries = Tries.of(name, http.from());
    Duration wait = tries.begin(call.tables(), call.now());
    if (!wait.isZero()) {
      return () -> tooOften(http, wait);
    }
    Claim claim = Claim.of(call.tables(), name);
    return () ->
        answer(call, tries, claim, means.passwords().matches(password.get(), claim.hash()));
  }

  private Reply answer(Call call, Tries tries, Claim claim, boolean matches) {
    Person person = claim.person();
    return means
        .database()
        .inTransaction(
            tables -> {
              Moment moment = new Moment(call.http(), tables, call.now());
              if (person == null || !matches) {
                tables.audit().add(refusal(call, person));
                return refused(call.http(), 401, WRONG);
              }
              tries.succeeded(tables);
              return means
                  .signedIn()
                  .begin(
                      moment,
                      person,
                      Session.Way.PASSWORD,
                      Reply.goOn(LocalPath.of(call.http().form().text("next"))));
            });
  }

  /** Not the name that was typed: it may be a password. */
  private static AuditEntry refusal(Call call, @Nullable Person person) {
    String subject = person == null ? "somebody unknown" : person.uniqueName();
    return call.auditEntry("sign-in.refused", AuditEntry.About.HUB, subject);
  }

  private Reply refused(HttpCall http, int status, String why) {
    String next = LocalPath.of(http.form().text("next"));
    return means
        .pages()
        .form(http, form(http.form().text("name"), next).withProblem(why))
        .status(status);
  }

  private Reply tooOften(HttpCall http, Duration wait) {
    long seconds = wait.plusMillis(999).toSeconds();
    return refused(http, 429, "Too many tries. Wait " + seconds + " seconds.")
        .header("Retry-After", Long.toString(seconds));
  }

  private Form form(String name, String next) {
    List<Field> fields =
        means.localAccounts()
            ? List.of(
                Field.text("name", "Name or e-mail address", name, "username"),
                Field.password("password", "Password", "current-password"),
                Field.hidden("next", next))
            : List.of();
    return new Form(
        "Sign in",
        "",
        null,
        Route.SIGN_IN.template(),
        fields,
        "Sign in",
        means.providerLinks("?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
  }

  private Supplier<Reply> signOut(Call call) {
    Session session = call.caller().session().orElseThrow();
    Reply reply = SignedIn.end(Moment.of(call), session, Reply.goOn(Route.SIGN_IN_SHOW.template()));
    Provider provider = means.provider();
    return provider != null && session.origin().way() == Session.Way.PROVIDER
        ? () -> signedOut(call.http(), provider, reply)
        : () -> reply;
  }

  /** A page in between: a form must not lead to another host, and so neither what it answers. */
  private Reply signedOut(HttpCall http, Provider provider, Reply reply) {
    URI back = URI.create(http.address() + Route.SIGN_IN_SHOW.template());
    return provider
        .ending(back)
        .map(
            place ->
                reply.cookies().stream()
                    .reduce(
                        means
                            .pages()
                            .form(http, signedOut(provider, place))
                            .header("Refresh", "0; url=" + place),
                        Reply::cookie,
                        (one, other) -> one))
        .orElse(reply);
  }

  private static Form signedOut(Provider provider, URI place) {
    String name = provider.settings().name();
    return new Form(
        "Signed out",
        "You are signed out of the hub.",
        null,
        "",
        List.of(),
        "",
        List.of(new Form.Link("Sign out of " + name, place.toString())));
  }
}
