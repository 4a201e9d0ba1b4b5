package dev.lifeline.core.registration;

import dev.lifeline.core.problem.SetupStep;
import dev.lifeline.core.registration.SetupGuide.Section;
import java.util.List;

/** The words of the setup guide. */
final class GuideSteps {
  private final GuideValues values;

  GuideSteps(GuideValues values) {
    this.values = values;
  }

  List<Section> sections() {
    return List.of(
        account(),
        firstSignIn(),
        registration(),
        permission(),
        consent(),
        publicClientFlows(),
        connection());
  }

  private Section account() {
    return new Section(
        SetupStep.ACCOUNT,
        List.of(
            "LCS lets no services in, only accounts. Take one for the pipelines alone, "
                + values.username()
                + ", with access to just the LCS projects concerned.",
            "It is a member of the tenant, not a guest, and nothing asks it for a second factor: nobody could answer in a pipeline. In the portal exclude it from the Conditional Access policies that demand one, and from security defaults by replacing those with policies.",
            "Give it a long password and change that regularly:",
            "lifeline connection rotate " + values.argument()));
  }

  private Section firstSignIn() {
    return new Section(
        SetupStep.FIRST_SIGN_IN,
        List.of(
            "In each LCS project invite the account. To deploy, it needs the project role Project owner or Environment manager.",
            "Sign in as the account in a browser, accept the invitation and open the dashboard of each project once, at "
                + values.lcsPortal()));
  }

  private Section registration() {
    return new Section(
        SetupStep.REGISTRATION,
        List.of(
            "This step and the next three are one command for an administrator of the tenant:",
            "lifeline app register --name \"LCS automation\" --consent tenant"
                + values.administration(),
            "By hand: open " + values.portal() + ", Microsoft Entra ID > App registrations.",
            "Choose New registration, give it a name, and choose accounts in this organizational directory only.",
            "Under Redirect URI choose the platform Public client/native (mobile & desktop) and enter http://localhost; then Register.",
            "The overview shows the Application (client) ID for the connection: "
                + values.clientId()));
  }

  private Section permission() {
    return new Section(
        SetupStep.PERMISSION,
        List.of(
            "In the registration open API permissions > Add a permission > APIs my organization uses.",
            "Look for Dynamics Lifecycle services, by its ID if several have the name: " + Apis.LCS,
            "Choose Delegated permissions, mark " + Apis.LCS_PERMISSION + ", and Add permissions.",
            "If it is not found, the tenant does not know it yet; the command of the step before adds it."));
  }

  private Section consent() {
    return new Section(
        SetupStep.CONSENT,
        List.of(
            "On the same page an administrator chooses Grant admin consent, for the whole tenant.",
            "Where accounts may consent for themselves, it is enough that "
                + values.username()
                + " does so once in a browser."));
  }

  private Section publicClientFlows() {
    return new Section(
        SetupStep.PUBLIC_CLIENT_FLOWS,
        List.of(
            "In the registration open Authentication > Advanced settings, set Allow public client flows (Enable the following mobile and desktop flows) to Yes, and Save.",
            "To see whether all four steps are done:",
            "lifeline app check "
                + values.clientId()
                + " --username "
                + values.username()
                + values.administration()));
  }

  private Section connection() {
    return new Section(
        SetupStep.CONNECTION,
        List.of(
            "Authentication Endpoint: " + values.authority(),
            "Dynamics Lifecycle Services API Endpoint: " + values.apiEndpoint(),
            "Username: " + values.username(),
            "Password: the account's; Lifeline asks for it and never shows it",
            "Application (Client) ID: " + values.clientId(),
            "Service connection name: " + values.connection(),
            "To make it:",
            "lifeline connection create "
                + values.argument()
                + " --username "
                + values.username()
                + " --client-id "
                + values.clientId()
                + values.endpoints(),
            "To see whether it works:",
            "lifeline connection verify " + values.argument()));
  }
}
