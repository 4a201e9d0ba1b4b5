package dev.lifeline.cli.app;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.Administration;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.registration.CheckedRequirement;
import dev.lifeline.core.registration.RegistrationReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lifeline app check}. */
@Command(
    name = "check",
    description = {
      "Check an application registration: each prerequisite, and the place in the portal to mend it.",
      "Somebody who may read it signs in with a device code. Reads only."
    })
public final class AppCheckCommand implements Runnable {
  @Parameters(paramLabel = "CLIENT_ID", description = "The application (client) ID.")
  private String clientId;

  @Option(
      names = "--username",
      paramLabel = "USER",
      description = "Check for this account: consent, assignment, and the account itself.")
  private @Nullable String username;

  @Mixin private AdministratorOptions administrator;

  private final Shell shell;

  public AppCheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    ClientId wanted = Values.read("client id", clientId, ClientId::new);
    RegistrationReport report;
    try (Administration administration = shell.administration(administrator.settings())) {
      report =
          administration
              .registrationCheck(code -> shell.console().deviceCode(code, "an administrator"))
              .check(wanted, username);
    }
    Optional<Problem> problem = report.problem();
    shell.console().result(json(report), lines(report, problem.isEmpty()));
    if (problem.isPresent()) {
      throw problem.get().raise();
    }
  }

  private static Map<String, @Nullable Object> json(RegistrationReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("clientId", report.clientId().value());
    json.put("name", report.name());
    json.put("steps", report.requirements().stream().map(AppCheckCommand::json).toList());
    return json;
  }

  private static Map<String, Object> json(CheckedRequirement checked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", checked.requirement().id());
    json.put("name", checked.requirement().title());
    json.put("status", checked.status().id());
    json.put("finding", checked.finding());
    json.put("step", checked.requirement().step().id());
    if (checked.place() != null) {
      json.put("fix", List.of(checked.place()));
    }
    return json;
  }

  private static List<String> lines(RegistrationReport report, boolean isWhole) {
    List<String> lines = new ArrayList<>();
    String name = report.name() == null ? "" : "'" + report.name() + "', ";
    lines.add("registration " + name + report.clientId());
    for (CheckedRequirement checked : report.requirements()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-8s %-24s %s",
              checked.status().id(),
              checked.requirement().title(),
              checked.finding()));
      if (checked.status() == CheckedRequirement.Status.FAILED && checked.place() != null) {
        lines.add("           fix:  " + checked.place());
      }
    }
    if (isWhole) {
      lines.add("the registration has all that can be seen from here");
    }
    return lines;
  }
}
