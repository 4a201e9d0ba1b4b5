package dev.lifeline.benchmarks.hub;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * 10,000 connections in 50 projects: whoever made them all, and so has 20,000 roles, lists one
 * project after the other.
 */
final class Listing implements Scenario {
  private static final int PROJECTS = 50;
  private static final int CONNECTIONS = 10_000;
  private static final int MAKERS = 8;
  private static final int WARM_UP_SECONDS = 6;
  private static final int SECONDS = 10;
  private static final double LIMIT_MILLIS = 50;

  @Override
  public String name() {
    return "list";
  }

  @Override
  public String title() {
    return "10,000 connections in 50 projects: listing a project, 200 of them";
  }

  @Override
  public void run(Lab lab, String store, PrintStream out, Bars bars) throws Exception {
    List<String> projects = new ArrayList<>();
    String token;
    try (Wire wire = new Wire(lab.url(), lab.token())) {
      for (int i = 1; i <= PROJECTS; i++) {
        projects.add(lab.newProject(wire, "Project " + i));
      }
      token = lab.creator(wire, "maker", projects);
    }
    Load.Outcome made =
        Load.turns(
            lab.url(),
            token,
            MAKERS,
            CONNECTIONS,
            (wire, i) -> lab.newConnection(wire, projects.get(i % PROJECTS), "Connection " + i));
    out.printf(Locale.ROOT, "%,.0f connections made in a second%n%n", made.perSecond());
    Load.Turn list = (wire, i) -> list(wire, projects.get(i % PROJECTS));
    Load.seconds(lab.url(), token, 2, WARM_UP_SECONDS, list);
    out.println("| " + title() + ", " + store + " | lists/s | ms median | p99 | max |");
    out.println("| --- | --- | --- | --- | --- |");
    for (int clients : new int[] {1, 2}) {
      Load.Outcome outcome = Load.seconds(lab.url(), token, clients, SECONDS, list);
      out.printf(
          Locale.ROOT,
          "| %s | %.0f | %.1f | %.1f | %.1f |%n",
          clients == 1 ? "one client" : clients + " clients",
          outcome.perSecond(),
          outcome.percentile(0.5),
          outcome.percentile(0.99),
          outcome.percentile(1));
      bars.atMost(
          store + ": listing 200 of 10,000, " + clients + " at once, p99",
          LIMIT_MILLIS,
          " ms",
          outcome.percentile(0.99));
    }
    out.println();
  }

  private static void list(Wire wire, String project) throws IOException {
    String path = "/contoso/" + project + "/_apis/serviceendpoint/endpoints";
    String answer = wire.call("GET", path, "").of();
    if (!answer.startsWith("{\"count\":" + CONNECTIONS / PROJECTS + ",")) {
      throw new IOException("that are not all: " + answer.substring(0, 40));
    }
  }
}
