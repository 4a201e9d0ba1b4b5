package dev.lifeline.core.http;

import dev.lifeline.core.crypto.NativeCrypto;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.problem.Interruptions;
import dev.lifeline.core.time.Time;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client. Follows no redirect, since a token goes to the host that it was made for
 * and to no other.
 */
public final class JdkTransport implements Transport {
  private final HttpClient client;
  private final ThreadGroup selectors = new ThreadGroup("lifeline-http");
  private final ExecutorService threads;
  private final @Nullable ProxyRoute route;
  private final TimeLimits limits;
  private final Witness witness;

  /**
   * A transport with threads of its own.
   *
   * @throws dev.lifeline.core.problem.LifelineException when the CA certificate file cannot be used
   */
  public JdkTransport(NetworkSettings settings, TimeLimits limits, Time time, Listener listener) {
    this.limits = limits;
    this.witness = new Witness(time, listener);
    this.threads = Executors.newCachedThreadPool(JdkTransport::daemon);
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connect())
            .executor(threads)
            .sslContext(Trust.context(settings.caCertificate(), NativeCrypto::provider));
    this.route = ProxyRoute.of(settings).orElse(null);
    if (route != null) {
      builder.proxy(route.selector());
    }
    this.client = built(builder);
  }

  @Override
  public Answer send(Request request) {
    HttpResponse<String> response =
        exchange(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(response.statusCode(), headers(response.headers()), response.body());
  }

  @Override
  public <T> T receive(Request request, Receiver<T> receiver) {
    HttpResponse<InputStream> response = exchange(request, head -> new BodyStream(limits.stall()));
    Answer head = new Answer(response.statusCode(), headers(response.headers()), "");
    try (InputStream body = response.body()) {
      return receiver.receive(head, body);
    } catch (IOException e) {
      throw Failures.of(request, e);
    }
  }

  /** Ends the client's own thread too: until then, Java would wait 300 ms for it at its exit. */
  @Override
  public void close() {
    threads.shutdownNow();
    selectors.interrupt();
  }

  /** The client begins a thread in the group of whoever builds it, and Java 17 cannot end it. */
  private HttpClient built(HttpClient.Builder builder) {
    FutureTask<HttpClient> building = new FutureTask<>(builder::build);
    new Thread(selectors, building, "lifeline-http-start").start();
    try {
      return building.get();
    } catch (InterruptedException e) {
      throw Interruptions.raise(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private <B> HttpResponse<B> exchange(Request request, BodyHandler<B> handler) {
    Instant begun = witness.begin();
    CompletableFuture<HttpResponse<B>> future = client.sendAsync(wire(request), handler);
    try {
      Duration limit = limits.exchange(request.body().length());
      HttpResponse<B> response = future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      witness.answered(request, response.statusCode(), headers(response.headers()), begun);
      return response;
    } catch (InterruptedException e) {
      future.cancel(true);
      throw Interruptions.raise(e);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw Failures.timedOut(request, e);
    } catch (ExecutionException e) {
      throw Failures.of(request, e.getCause() == null ? e : e.getCause());
    }
  }

  private HttpRequest wire(Request request) {
    Body body = request.body();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri()).method(request.method(), publisher(body));
    request.headers().forEach(builder::header);
    if (!body.contentType().isEmpty() && !request.headers().containsKey("Content-Type")) {
      builder.header("Content-Type", body.contentType());
    }
    if (route != null) {
      route
          .authorization(request.uri().getHost())
          .ifPresent(value -> builder.header("Proxy-Authorization", value.reveal()));
    }
    return builder.build();
  }

  /** Read as it is sent, since the JDK's publisher of an array copies all of it first. */
  private static BodyPublisher publisher(Body body) {
    return body.length() == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(body.buffer(), 0, body.length())),
            body.length());
  }

  private static Map<String, String> headers(HttpHeaders headers) {
    Map<String, String> first = new LinkedHashMap<>();
    headers
        .map()
        .forEach((name, values) -> first.putIfAbsent(name.toLowerCase(Locale.ROOT), values.get(0)));
    return first;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lifeline-http");
    thread.setDaemon(true);
    return thread;
  }
}
