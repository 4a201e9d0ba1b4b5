package dev.lifeline.cli.app;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.Administration;
import dev.lifeline.core.AdministrationSettings;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.registration.Consent;
import dev.lifeline.core.registration.RegistrationOrder;
import dev.lifeline.core.registration.RegistrationResult;
import dev.lifeline.core.registration.RegistrationStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lifeline app register}. */
@Command(
    name = "register",
    description = {
      "Make the application registration whole: an administrator signs in with a device code.",
      "What is there already is repaired, and never taken away; the second time changes nothing."
    })
public final class AppRegisterCommand implements Runnable {
  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "The registration's display name; finds the one that is there.")
  private String name = "";

  @Option(
      names = "--client-id",
      paramLabel = "GUID",
      description = "Which registration is meant, when several have the name.")
  private @Nullable String clientId;

  @Option(
      names = "--consent",
      paramLabel = "tenant|USER",
      description = "Consent for the whole tenant, or for one account; default: not now.")
  private @Nullable String consent;

  @Option(
      names = "--allow-password-change",
      description = "Let the account change its own password: connection rotate --change-in-entra.")
  private boolean allowPasswordChange;

  @Mixin private AdministratorOptions administrator;

  private final Shell shell;

  public AppRegisterCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    ClientId wanted = clientId == null ? null : Values.read("client id", clientId, ClientId::new);
    RegistrationOrder order =
        Values.read(
            "name of the registration",
            name,
            text -> new RegistrationOrder(text, wanted, consent(), allowPasswordChange));
    AdministrationSettings settings = administrator.settings();
    RegistrationResult result;
    try (Administration administration = shell.administration(settings)) {
      result =
          administration
              .registration(code -> shell.console().deviceCode(code, "an administrator"))
              .register(order, step -> shell.console().line(line(step)));
    }
    shell.console().result(json(result), lines(result, settings));
  }

  private Consent consent() {
    if (consent == null) {
      return Consent.none();
    }
    return consent.equalsIgnoreCase("tenant")
        ? Consent.tenant()
        : Values.read("consent", consent, AppRegisterCommand::user);
  }

  private static Consent user(String text) {
    if (!text.contains("@")) {
      throw new IllegalArgumentException(
          "'" + text + "' is neither 'tenant' nor a user name such as deploy@contoso.com");
    }
    return Consent.user(text);
  }

  private static String line(RegistrationStep step) {
    return String.format(
        Locale.ROOT,
        "  %-9s  %-32s  %s",
        step.changed() ? "changed" : "no change",
        step.part().title(),
        step.finding());
  }

  private static Map<String, @Nullable Object> json(RegistrationResult result) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("clientId", result.clientId().value());
    json.put("name", result.name());
    json.put("tenantId", result.tenantId());
    json.put("changed", result.changed());
    json.put(
        "adminConsentUrl",
        result.adminConsentUrl() == null ? null : result.adminConsentUrl().toString());
    json.put("steps", result.steps().stream().map(AppRegisterCommand::json).toList());
    return json;
  }

  private static Map<String, Object> json(RegistrationStep step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", step.part().id());
    json.put("name", step.part().title());
    json.put("changed", step.changed());
    json.put("finding", step.finding());
    return json;
  }

  private static List<String> lines(RegistrationResult result, AdministrationSettings settings) {
    List<String> lines = new ArrayList<>();
    lines.add(
        result.changed()
            ? "registered '" + result.name() + "'"
            : "nothing to change: '" + result.name() + "' was registered already");
    lines.add("Application (Client) ID  " + result.clientId());
    if (result.tenantId() != null) {
      lines.add("tenant                   " + result.tenantId());
    }
    if (result.adminConsentUrl() != null) {
      lines.add("consent is missing; an administrator gives it for the tenant at:");
      lines.add("  " + result.adminConsentUrl());
    }
    lines.add("next, with an account that has opened the project in LCS:");
    lines.add(
        "  lifeline connection create NAME --client-id " + result.clientId() + more(settings));
    return lines;
  }

  /** What the connection's command has to name besides. */
  private static String more(AdministrationSettings settings) {
    return settings.authority().cloud().isPresent()
        ? " --username USER --geography ID --default-project ID"
        : " --username USER --default-project ID --authentication-endpoint "
            + settings.authority()
            + " --api-endpoint URL";
  }
}
