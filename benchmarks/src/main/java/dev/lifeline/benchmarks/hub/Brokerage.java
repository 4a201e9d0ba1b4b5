package dev.lifeline.benchmarks.hub;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tokens for LCS from connections that are signed in: how many a second, and whether each one
 * stands in the audit log and in the usage history.
 */
final class Brokerage implements Scenario {
  private static final int CONNECTIONS = 20;
  private static final int CLIENTS = 16;
  private static final int WARM_UP_SECONDS = 8;
  private static final int SECONDS = 10;
  private static final int PAGE = 1000;
  private static final double LIMIT = 1000;

  @Override
  public String name() {
    return "tokens";
  }

  @Override
  public String title() {
    return "tokens for LCS from 20 connections that are signed in, 16 clients at once";
  }

  @Override
  public void run(Lab lab, String store, PrintStream out, Bars bars) throws Exception {
    List<String> ids = new ArrayList<>();
    AtomicLong given = new AtomicLong();
    String token;
    try (Wire wire = new Wire(lab.url(), lab.token())) {
      token = lab.creator(wire, "broker", List.of(lab.project()));
    }
    try (Wire wire = new Wire(lab.url(), token)) {
      for (int i = 1; i <= CONNECTIONS; i++) {
        ids.add(lab.newConnection(wire, lab.project(), "Brokered " + i));
      }
    }
    Load.Turn take =
        (wire, i) -> {
          String path = "/api/v1/connections/" + ids.get(i % CONNECTIONS) + "/token";
          wire.call("POST", path, "").of();
          given.incrementAndGet();
        };
    Load.seconds(lab.url(), token, CLIENTS, WARM_UP_SECONDS, take);
    Load.Outcome outcome = Load.seconds(lab.url(), token, CLIENTS, SECONDS, take);
    out.println("| " + title() + ", " + store + " | tokens/s | ms median | p99 | max |");
    out.println("| --- | --- | --- | --- | --- |");
    out.printf(
        Locale.ROOT,
        "| all written down before they are given | %,.0f | %.1f | %.1f | %.1f |%n%n",
        outcome.perSecond(),
        outcome.percentile(0.5),
        outcome.percentile(0.99),
        outcome.percentile(1));
    bars.atLeast(store + ": tokens a second", LIMIT, "", outcome.perSecond());
    try (Wire wire = new Wire(lab.url(), lab.token())) {
      bars.exactly(store + ": tokens in the audit log", given.get(), audited(wire));
      bars.exactly(store + ": tokens in the usage history", given.get(), used(wire, lab, ids));
    }
  }

  private static long audited(Wire wire) throws IOException {
    long found = 0;
    String query = "";
    while (true) {
      String page = wire.call("GET", "/api/v1/audit" + query, "").of();
      if (page.startsWith("{\"count\":0,")) {
        return found;
      }
      found += Json.count(page, "\"token.handed-out\"");
      query = "?below=" + Json.value(page.substring(page.lastIndexOf("\"number\"")), "number");
    }
  }

  private static long used(Wire wire, Lab lab, List<String> ids) throws IOException {
    long found = 0;
    for (String id : ids) {
      String path =
          "/contoso/%s/_apis/serviceendpoint/%s/executionhistory?top=%d"
              .formatted(lab.project(), id, PAGE);
      String page = wire.call("GET", path, "").of();
      while (!page.startsWith("{\"count\":0,")) {
        found += Json.count(page, "\"endpointId\"");
        String last = page.substring(page.lastIndexOf("\"endpointId\""));
        long next = Long.parseLong(Json.value(last.substring(last.indexOf("\"data\"")), "id")) - 1;
        page = wire.call("GET", path + "&continuationToken=" + next, "").of();
      }
    }
    return found;
  }
}
