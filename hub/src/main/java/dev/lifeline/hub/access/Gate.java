package dev.lifeline.hub.access;

import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Organization;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.web.ApiVersion;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.HttpCall;
import dev.lifeline.hub.web.LocalPath;
import dev.lifeline.hub.web.Method;
import dev.lifeline.hub.web.Mount;
import dev.lifeline.hub.web.Refusal;
import dev.lifeline.hub.web.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every call passes: version, sign-in, scope, place, power, in this order, as the call's row
 * in {@link Route} says; then its handler. All of it, and the handler, is one transaction.
 */
public final class Gate {
  private final Database database;
  private final InstantSource clock;
  private final Map<Route, SlowHandler> handlers = new EnumMap<>(Route.class);

  public Gate(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Lets a handler answer a route. */
  public Gate on(Route route, Handler handler) {
    return onSlow(
        route,
        call -> {
          Reply reply = handler.answer(call);
          return () -> reply;
        });
  }

  /** Lets a handler that asks other services answer a route. */
  public Gate onSlow(Route route, SlowHandler handler) {
    if (handlers.put(route, handler) != null) {
      throw new IllegalStateException(route + " has two handlers");
    }
    return this;
  }

  /**
   * The routes, in an order in which a fixed segment comes before a variable one.
   *
   * @throws IllegalStateException when a route has no handler
   */
  public List<Mount> mounts() {
    List<Mount> mounts = new ArrayList<>();
    for (Route route : Route.values()) {
      @Nullable SlowHandler handler = handlers.get(route);
      if (handler == null) {
        throw new IllegalStateException(route + " has no handler");
      }
      mounts.add(
          new Mount(
              route.name(),
              route.method(),
              route.template(),
              route.isPage(),
              http -> pass(route, http, handler)));
    }
    return mounts;
  }

  private Reply pass(Route route, HttpCall http, SlowHandler handler) {
    refuseReleasedVersionOfPreview(route, http);
    Instant now = clock.instant();
    Supplier<Reply> reply =
        database.inTransaction(
            tables -> {
              @Nullable Caller caller = Authentication.of(route, http, tables, now).orElse(null);
              if (caller == null && route.isPage() && !route.isOpen()) {
                return () -> signInFirst(http);
              }
              requireCaller(route, http, caller);
              Call call = placed(route, new Call(http, tables, now, caller));
              if (isAbsent(route, call)) {
                return () -> Reply.json(null);
              }
              return handler.prepare(call);
            });
    return reply.get();
  }

  private static void refuseReleasedVersionOfPreview(Route route, HttpCall http) {
    Optional<String> version = ApiVersion.of(http);
    if (version.isPresent() && !ApiVersion.isPreview(version.get()) && !route.isReleased()) {
      throw Fault.PREVIEW_ONLY.refuse(
          "The requested version \"%s\" of the resource is under preview. The -preview flag must be"
                  .formatted(version.get())
              + " supplied in the api-version for such requests. For example: \""
              + version.get()
              + "-preview\"");
    }
  }

  private static void requireCaller(Route route, HttpCall http, @Nullable Caller caller) {
    if (route.isOpen()) {
      if (route.isPage()) {
        Forgery.refuse(http);
      }
      return;
    }
    if (caller == null) {
      throw unauthorized("", http);
    }
    Forgery.refuse(http, caller);
    if (!route.scope().map(caller::isGoodFor).orElse(true)) {
      throw unauthorized(caller.person().uniqueName(), http);
    }
  }

  /** A page goes to sign-in, and from there back; a part of a page takes the page with it. */
  private static Reply signInFirst(HttpCall http) {
    String place =
        Route.SIGN_IN_SHOW.template()
            + "?next="
            + URLEncoder.encode(next(http), StandardCharsets.UTF_8);
    return http.header("hx-request").isPresent()
        ? Reply.text(401, "Sign in first.").header("HX-Redirect", place)
        : Reply.goOn(place).status(302);
  }

  /** The page that was asked for, or the one whose form or script asked. */
  private static String next(HttpCall http) {
    boolean isWhole = http.method() == Method.GET && http.header("hx-request").isEmpty();
    Optional<String> from =
        http.header("hx-current-url")
            .or(() -> http.header("referer"))
            .filter(url -> url.startsWith(http.address() + "/"))
            .map(url -> url.substring(http.address().length()));
    return LocalPath.of(isWhole ? http.target() : from.orElse(LocalPath.HOME));
  }

  /** The realm is where the token is for. */
  private static Refusal unauthorized(String name, HttpCall http) {
    return Fault.UNAUTHORIZED
        .refuse(
            "TF400813: The user '%s' is not authorized to access this resource.".formatted(name))
        .header("WWW-Authenticate", "Basic realm=\"" + http.address() + "/\"");
  }

  private static Call placed(Route route, Call call) {
    HttpCall http = call.http();
    if (route.target() == Target.HUB) {
      requirePower(route, call);
      return call;
    }
    @Nullable Organization organization =
        http.parameter("organization").map(name -> organization(call, name)).orElse(null);
    Call there = call.at(new Call.Place(organization, null, null));
    @Nullable Project project = http.parameter("project").map(there::projectNamed).orElse(null);
    there = call.at(new Call.Place(organization, project, null));
    @Nullable Connection connection = connection(route, there);
    Call arrived = call.at(new Call.Place(organization, project, connection));
    requirePower(route, arrived);
    return arrived;
  }

  private static Organization organization(Call call, String name) {
    return call.tables()
        .organizations()
        .named(name)
        .orElseThrow(() -> Fault.NOT_FOUND.refuse("The organization " + name + " does not exist."));
  }

  private static @Nullable Connection connection(Route route, Call there) {
    @Nullable String id = there.http().parameter("endpointId").orElse(null);
    return switch (route.target()) {
      case CONNECTION -> there.connectionWithId(id);
      case CONNECTION_OR_NULL -> there.findConnection(id).orElse(null);
      default -> null;
    };
  }

  private static void requirePower(Route route, Call call) {
    Optional<Power> power = route.power();
    if (power.isEmpty() || route.target() == Target.NAMED_WITHIN || isAbsent(route, call)) {
      return;
    }
    Set<Power> powers =
        switch (route.target()) {
          case CONNECTION, CONNECTION_OR_NULL -> call.powersOn(call.connection());
          case PROJECT -> call.standing().on(call.project());
          default -> call.standing().onHub();
        };
    call.require(
        power.get(),
        powers,
        "You do not have permission to do that. It needs the power to "
            + power.get().name().toLowerCase(Locale.ROOT)
            + ".");
  }

  private static boolean isAbsent(Route route, Call call) {
    return route.target() == Target.CONNECTION_OR_NULL && call.connectionIfAny().isEmpty();
  }
}
