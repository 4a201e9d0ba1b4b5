package dev.lifeline.emulator.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** One request and its answer on the JDK's HTTP server. */
final class Conversation {
  private static final Logger LOG = System.getLogger(Conversation.class.getName());
  private static final int NO_BODY = -1;

  private final HttpExchange exchange;

  Conversation(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /** Asks the service and sends its answer; every failure ends here, with the connection. */
  void answer(Service service) {
    try (exchange) {
      Reply reply = replyOf(service);
      // A client that is still writing would see a reset instead of an early answer.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      if (!reply.isCut()) {
        send(reply);
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "connection lost: {0}", e.getMessage());
    }
  }

  private Reply replyOf(Service service) throws IOException {
    var call = new Call(exchange);
    try {
      return service.answer(call);
    } catch (BodyTooLargeException e) {
      return Reply.status(413).text("text/plain; charset=utf-8", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "no answer to " + call, e);
      return Reply.status(500)
          .text("text/plain; charset=utf-8", "the emulator failed: " + e.getClass().getName());
    }
  }

  private void send(Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(reply.length()));
      exchange.sendResponseHeaders(reply.status(), NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(reply.status(), reply.length() == 0 ? NO_BODY : reply.length());
    if (reply.length() > 0) {
      writeBody(reply);
    }
  }

  private void writeBody(Reply reply) throws IOException {
    OutputStream out = exchange.getResponseBody();
    if (reply.isCutInBody()) {
      var limited = new LimitedOutput(out, reply.bytesSent());
      reply.body().write(limited);
    } else {
      reply.body().write(out);
    }
    out.flush();
  }
}
