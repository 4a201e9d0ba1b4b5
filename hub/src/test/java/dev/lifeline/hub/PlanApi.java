package dev.lifeline.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What a plan of Azure Pipelines hears, as its sheet has it. */
final class PlanApi implements AutoCloseable {
  /** A request. */
  record Heard(String method, String path, String authorization, String body) {}

  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final CountDownLatch completed = new CountDownLatch(1);
  final AtomicInteger refuseNext = new AtomicInteger();
  private final HttpServer server;

  PlanApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The collection's address, as the task sends it: without a slash at its end. */
  String planUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/tfs/Contoso";
  }

  List<String> bodies(String pathPart) {
    return heard.stream().filter(each -> each.path().contains(pathPart)).map(Heard::body).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (refuseNext.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    heard.add(
        new Heard(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            body));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
    if (body.contains("TaskCompleted")) {
      completed.countDown();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
