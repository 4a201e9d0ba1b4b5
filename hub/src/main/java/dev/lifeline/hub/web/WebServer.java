package dev.lifeline.hub.web;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.time.Time;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. It answers when its constructor returns, and ends gracefully. Thread-safe. */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final String ANSWERED = "lifeline.answered";
  private static final String BEGUN = "lifeline.begun";
  private static final String PAGE = "lifeline.page";

  /** What all answers have; pages allow themselves more (OWASP: secure headers). */
  private static final Map<String, String> SECURITY =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cache-Control", "no-store, no-cache",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private final Streams streams = new Streams();

  /** For a year (ASVS 14.4.5). */
  private static final String STRICT = "max-age=31536000; includeSubDomains";

  private final Javalin javalin;
  private final @Nullable Tls tls;
  private final Time time;
  private final Supplier<UUID> ids;
  private final Witness witness;
  private final Pages pages;
  private final boolean behindProxy;

  /**
   * Starts it.
   *
   * @throws IOException when the port is taken
   */
  public WebServer(
      WebSettings settings,
      List<Mount> mounts,
      Time time,
      Supplier<UUID> ids,
      Witness witness,
      Pages pages)
      throws IOException {
    this.time = time;
    this.ids = ids;
    this.witness = witness;
    this.pages = pages;
    this.behindProxy = settings.behindProxy();
    this.tls = settings.tls() == null ? null : new Tls(settings.tls());
    this.javalin = Javalin.create(config -> configure(config, settings, mounts));
    try {
      javalin.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      streams.close();
      throw new IOException("port " + settings.port() + " is taken", e);
    }
    if (tls != null) {
      tls.begin();
    }
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Takes no new requests, and lets those under way end. */
  @Override
  public void close() {
    streams.close();
    if (tls != null) {
      tls.close();
    }
    javalin.stop();
  }

  private void configure(JavalinConfig config, WebSettings settings, List<Mount> mounts) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.router.caseInsensitiveRoutes = true;
    config.router.ignoreTrailingSlashes = true;
    config.http.maxRequestSize = settings.largestBody();
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(GRACE.toMillis());
          ErrorHandler plain = new ErrorHandler();
          plain.setShowStacks(false);
          plain.setShowCauses(false);
          plain.setDefaultResponseMimeType("text/plain");
          server.setErrorHandler(plain);
        });
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    Tls encryption = tls;
    if (encryption != null) {
      config.jetty.addConnector((server, http) -> encryption.connector(server, http, settings));
    }
    config.routes.before(this::begin);
    for (Mount mount : mounts) {
      config.routes.addHttpHandler(
          HandlerType.findOrCreate(mount.method().name()),
          mount.template(),
          context -> serve(mount, context));
    }
    config.routes.exception(
        Refusal.class, (e, context) -> refuse(Envelope.of(e), e.getMessage(), null, context));
    config.routes.exception(
        LifelineException.class,
        (e, context) -> refuse(Envelope.of(e), e.getMessage(), e.problem(), context));
    config.routes.exception(HttpResponseException.class, this::tellJavalins);
    config.routes.exception(Exception.class, this::tellOwnFault);
    config.routes.error(404, this::tellNoRoute);
    config.routes.error(405, this::tellNoRoute);
    config.routes.after(this::end);
  }

  private void begin(Context context) {
    context.attribute(BEGUN, time.instant());
    SECURITY.forEach(context::header);
    if (tls != null) {
      context.header("Strict-Transport-Security", STRICT);
    }
    context.header("ActivityId", ids.get().toString());
  }

  private void serve(Mount mount, Context context) {
    context.attribute(ANSWERED, mount.name());
    HttpCall call = call(mount, context, behindProxy);
    if (mount.page()) {
      context.attribute(PAGE, call);
    }
    Reply reply = mount.answer().apply(call);
    if (reply.content() instanceof Content.Events events) {
      streams.open(context, events.feed());
    } else {
      send(reply, context);
    }
  }

  private void end(Context context) {
    Object route = context.attribute(ANSWERED);
    Object begun = context.attribute(BEGUN);
    if (begun instanceof Instant since) {
      Method method = method(context);
      Duration duration = Duration.between(since, time.instant());
      int status = context.statusCode();
      String name = route == null ? "NONE" : route.toString();
      // not the path: it may hold a setup code
      LOG.info("{} {} {} {} ms", method, name, status, duration.toMillis());
      witness.answered(name, method, status, duration);
    }
  }

  private static HttpCall call(Mount mount, Context context, boolean behindProxy) {
    Map<String, String> headers = new HashMap<>();
    context.headerMap().forEach((name, value) -> headers.put(lower(name), value));
    return new HttpCall(
        mount.method(),
        Sender.address(context, behindProxy),
        target(context),
        context.path(),
        context.pathParamMap(),
        query(context),
        headers,
        context.body(),
        Sender.from(context, behindProxy));
  }

  private static String target(Context context) {
    String query = context.queryString();
    return context.req().getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static Map<String, String> query(Context context) {
    Map<String, String> query = new HashMap<>();
    context.queryParamMap().forEach((name, values) -> query.put(lower(name), values.get(0)));
    return query;
  }

  private static void send(Reply reply, Context context) {
    context.status(reply.status());
    reply.headers().forEach(context::header);
    reply.cookies().forEach(each -> context.res().addHeader("Set-Cookie", each.header()));
    context.attribute(ANSWERED + ".sent", true);
    if (reply.contentType() == null) {
      return;
    }
    if (reply.content() instanceof Content.Passing passing) {
      sendFile(reply.contentType(), passing.file(), context);
    } else if (reply.content() instanceof Content.Text text) {
      sendText(reply, text.text(), context);
    }
  }

  private static void sendText(Reply reply, String text, Context context) {
    String version = ApiVersion.asked(context.header("Accept"), query(context).get("api-version"));
    boolean isVersioned = reply.isJson() && !version.isEmpty();
    context.result(text);
    context.contentType(
        reply.contentType() + "; charset=utf-8" + (isVersioned ? "; api-version=" + version : ""));
  }

  private static void sendFile(String contentType, Path file, Context context) {
    try {
      context.contentType(contentType);
      context.res().setContentLengthLong(Files.size(file));
      context.result(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Programs get an envelope, people a page. */
  private void refuse(
      Reply envelope, @Nullable String message, @Nullable Problem problem, Context context) {
    Object page = context.attribute(PAGE);
    Reply reply = envelope;
    if (page instanceof HttpCall call) {
      reply = pages.fault(call, envelope.status(), String.valueOf(message), problem);
      for (Map.Entry<String, String> header : envelope.headers().entrySet()) {
        reply = reply.header(header.getKey(), header.getValue());
      }
    }
    send(reply, context);
  }

  /** Bodies that are too large, and the like. */
  private void tellJavalins(HttpResponseException e, Context context) {
    Fault fault = e.getStatus() == 413 ? Fault.TOO_LARGE : Fault.ARGUMENT;
    String message =
        fault == Fault.TOO_LARGE ? "The request is too large." : "The request is malformed.";
    send(Envelope.of(fault.refuse(message)), context);
  }

  private void tellOwnFault(Exception e, Context context) {
    String activity = String.valueOf(context.res().getHeader("ActivityId"));
    // the message may quote values of the request
    LOG.error("request {} failed: {}", activity, e.getClass().getName(), new Trace(e));
    String message = "TF400898: An Internal Error Occurred. Activity Id: " + activity + ".";
    refuse(Envelope.of(Fault.INTERNAL.refuse(message)), message, null, context);
  }

  private void tellNoRoute(Context context) {
    if (context.attribute(ANSWERED + ".sent") == null) {
      String text =
          "The controller for path '%s' was not found or does not implement IController."
              .formatted(context.path());
      send(Reply.text(404, text).header("X-TFS-ServiceError", "no such route"), context);
    }
  }

  private static Method method(Context context) {
    String name = context.method().name();
    for (Method method : Method.values()) {
      if (method.name().equals(name)) {
        return method;
      }
    }
    return Method.GET;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
