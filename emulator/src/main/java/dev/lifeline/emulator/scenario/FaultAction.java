package dev.lifeline.emulator.scenario;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Service;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;

/** What goes wrong. */
public sealed interface FaultAction {

  /**
   * The faulty answer to a request.
   *
   * @param call the request
   * @param service what would have answered
   * @param pause how delays are spent
   * @throws IOException as the service does
   */
  Reply apply(Call call, Service service, Pause pause) throws IOException;

  /** The action as the admin endpoint shows and takes it. */
  Fields describe();

  /**
   * Another answer in place of the service's; nothing is done.
   *
   * @param status the HTTP status
   * @param headers its headers
   * @param body its body, empty for none
   */
  record Answer(int status, Map<String, String> headers, String body) implements FaultAction {
    /** Takes a copy of the headers. */
    public Answer {
      if (status < 200 || status > 599) {
        throw new IllegalArgumentException("no final HTTP status: " + status);
      }
      headers = Map.copyOf(headers);
    }

    /** A page where JSON is expected, as proxies send it. */
    public static Answer html(int status) {
      return new Answer(
          status,
          Map.of("Content-Type", "text/html; charset=utf-8"),
          "<!DOCTYPE html><html><head><title>Attention</title></head><body><h1>Attention</h1></body></html>");
    }

    @Override
    public Reply apply(Call call, Service service, Pause pause) {
      Reply reply = Reply.status(status);
      if (!body.isEmpty()) {
        reply = reply.text("application/json; charset=utf-8", body);
      }
      for (Map.Entry<String, String> header : headers.entrySet()) {
        reply = reply.header(header.getKey(), header.getValue());
      }
      return reply;
    }

    @Override
    public Fields describe() {
      return Fields.of("action", "answer")
          .with("status", status)
          .with("headers", headers)
          .with("body", body);
    }
  }

  /** The connection is cut before anything is done. */
  record CutBefore() implements FaultAction {
    @Override
    public Reply apply(Call call, Service service, Pause pause) {
      return Reply.status(500).cut();
    }

    @Override
    public Fields describe() {
      return Fields.of("action", "cut");
    }
  }

  /** The work is done, and then the connection is cut without an answer. */
  record LoseAnswer() implements FaultAction {
    @Override
    public Reply apply(Call call, Service service, Pause pause) throws IOException {
      return service.answer(call).cut();
    }

    @Override
    public Fields describe() {
      return Fields.of("action", "lose-answer");
    }
  }

  /**
   * The work is done, and the answer's body ends too early.
   *
   * @param bytes how much of the body arrives
   */
  record Truncate(long bytes) implements FaultAction {
    /** Refuses a body that ends before it begins. */
    public Truncate {
      if (bytes < 0) {
        throw new IllegalArgumentException("a body cannot end before it begins");
      }
    }

    @Override
    public Reply apply(Call call, Service service, Pause pause) throws IOException {
      return service.answer(call).cutAfter(bytes);
    }

    @Override
    public Fields describe() {
      return Fields.of("action", "truncate").with("bytes", bytes);
    }
  }

  /**
   * The service answers late.
   *
   * @param duration how late
   */
  record Delay(Duration duration) implements FaultAction {
    /** Refuses a delay into the past. */
    public Delay {
      if (duration.isNegative()) {
        throw new IllegalArgumentException("a delay cannot be negative");
      }
    }

    @Override
    public Reply apply(Call call, Service service, Pause pause) throws IOException {
      try {
        pause.pause(duration);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("closed during a delay");
      }
      return service.answer(call);
    }

    @Override
    public Fields describe() {
      return Fields.of("action", "delay").with("milliseconds", duration.toMillis());
    }
  }
}
